import { URI } from 'langium'
import { CancellationTokenSource } from 'vscode-jsonrpc/node'

/** What a listener is taken back by. */
export class Disposable {
  static from(...parts: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const part of parts) part.dispose()
    })
  }
  readonly dispose: () => unknown
  constructor(dispose: () => unknown) {
    this.dispose = dispose
  }
}

/** An event and those who listen to it, as VS Code has them. */
export class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => unknown>()
  readonly event = (listener: (value: T) => unknown, self?: unknown, bag?: Disposable[]): Disposable => {
    const bound = (value: T) => listener.call(self, value)
    this.listeners.add(bound)
    const disposable = new Disposable(() => this.listeners.delete(bound))
    bag?.push(disposable)
    return disposable
  }
  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value)
  }
  dispose(): void {
    this.listeners.clear()
  }
}

class Position {
  readonly line: number
  readonly character: number
  constructor(line: number, character: number) {
    this.line = line
    this.character = character
  }
}

class Range {
  readonly start: Position
  readonly end: Position
  constructor(start: Position, end: Position) {
    this.start = start
    this.end = end
  }
}

class ThemeColor {
  readonly id: string
  constructor(id: string) {
    this.id = id
  }
}

class CodeActionKind {
  static readonly Empty = new CodeActionKind('')
  static readonly QuickFix = new CodeActionKind('quickfix')
  static readonly Refactor = new CodeActionKind('refactor')
  static readonly RefactorExtract = new CodeActionKind('refactor.extract')
  static readonly RefactorInline = new CodeActionKind('refactor.inline')
  static readonly RefactorRewrite = new CodeActionKind('refactor.rewrite')
  static readonly Source = new CodeActionKind('source')
  static readonly SourceOrganizeImports = new CodeActionKind('source.organizeImports')
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value === '' ? part : `${this.value}.${part}`)
  }
}

/** Classes of which only the name matters here: the language client makes its own of them, or of their kind. */
const PLAIN =
  `CallHierarchyIncomingCall CallHierarchyItem CallHierarchyOutgoingCall CancellationError CodeAction CodeLens Color
  ColorInformation ColorPresentation CompletionItem CompletionList Diagnostic DiagnosticRelatedInformation DocumentHighlight
  DocumentLink DocumentSymbol FoldingRange Hover InlayHint InlayHintLabelPart InlineCompletionItem InlineCompletionList
  InlineValueEvaluatableExpression InlineValueText InlineValueVariableLookup LinkedEditingRanges Location MarkdownString
  ParameterInformation RelativePattern SelectionRange SemanticTokens SemanticTokensEdit SemanticTokensEdits SignatureHelp
  SignatureInformation SnippetString SnippetTextEdit SymbolInformation TabInputCustom TabInputNotebook TabInputText
  TabInputTextDiff TextEdit TypeHierarchyItem WorkspaceEdit`.split(/\s+/)

/** The classes and the numbers of the API. */
export const VALUES = {
  ...Object.fromEntries(PLAIN.map(name => [name, { [name]: class {} }[name]])),
  CancellationTokenSource,
  Disposable,
  EventEmitter,
  Position,
  Range,
  ThemeColor,
  Uri: URI,
  CodeActionKind,
  CompletionItemKind: { Text: 0 },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  FileType: { Unknown: 0, File: 1, Directory: 2 },
  LogLevel: { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 },
  ProgressLocation: { SourceControl: 1, Window: 10, Notification: 15 },
  StatusBarAlignment: { Left: 1, Right: 2 },
  SymbolKind: { Property: 6, TypeParameter: 25 },
  TextDocumentSaveReason: { Manual: 1, AfterDelay: 2, FocusOut: 3 },
  ViewColumn: { Active: -1, Beside: -2, One: 1, Two: 2 },
}
