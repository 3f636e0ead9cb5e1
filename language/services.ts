import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type Module,
  type PartialLangiumCoreServices,
} from 'langium'
import { MigGeneratedModule, MigGeneratedSharedModule } from './generated/module.ts'
import { MigLexer } from './lexer/mig-lexer.ts'
import { MigParserMessages } from './messages/parser-messages.ts'
import { migParser } from './mig-parser.ts'
import { MigValueConverter } from './value-converter.ts'

/** What the language changes of Langium's own services; the editor adds to it. */
export const MigCoreModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    LangiumParser: migParser,
    Lexer: services => new MigLexer(services),
    ValueConverter: () => new MigValueConverter(),
    ParserErrorMessageProvider: services => new MigParserMessages(services),
  },
}

/** The services that reading a text needs: no file system, no linking, no editor. */
export function createMigCoreServices(): LangiumCoreServices {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), MigGeneratedSharedModule)
  const services = inject(createDefaultCoreModule({ shared }), MigGeneratedModule, MigCoreModule)
  shared.ServiceRegistry.register(services)
  return services
}
