/** What the package.json of an extension says, as far as a package repeats it. */
export interface ExtensionManifest {
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly version: string
  readonly publisher: string
  readonly icon: string
  readonly main: string
  readonly engines: { readonly vscode: string }
  readonly keywords: readonly string[]
  readonly categories: readonly string[]
  readonly extensionKind: readonly string[]
  readonly galleryBanner: { readonly color: string; readonly theme: string }
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly configuration: string }[]
    readonly grammars: readonly { readonly path: string }[]
    readonly snippets: readonly { readonly path: string }[]
  }
}

/** `extension.vsixmanifest`: what VS Code and galleries read before they unpack a package. As `vsce` writes it. */
export function vsixManifest(manifest: ExtensionManifest): string {
  const { name, displayName, description, version, publisher, engines, galleryBanner } = manifest
  const languages = manifest.contributes.languages.map(({ id }) => id)
  const tags = [...new Set([...manifest.keywords, 'snippet', ...languages, ...languages.map(id => `__ext_${id}`)])]
  const property = (id: string, value: string) => `      <Property Id="${id}" Value="${escapeXml(value)}"/>`
  const asset = (type: string, path: string) => `    <Asset Type="${type}" Path="${path}" Addressable="true"/>`
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${escapeXml(displayName)}</DisplayName>
    <Description xml:space="preserve">${escapeXml(description)}</Description>
    <Tags>${escapeXml(tags.join(','))}</Tags>
    <Categories>${escapeXml(manifest.categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${[
  property('Microsoft.VisualStudio.Code.Engine', engines.vscode),
  property('Microsoft.VisualStudio.Code.ExtensionDependencies', ''),
  property('Microsoft.VisualStudio.Code.ExtensionPack', ''),
  property('Microsoft.VisualStudio.Code.ExtensionKind', manifest.extensionKind.join(',')),
  property('Microsoft.VisualStudio.Code.LocalizedLanguages', ''),
  property('Microsoft.VisualStudio.Code.EnabledApiProposals', ''),
  property('Microsoft.VisualStudio.Code.ExecutesCode', 'true'),
  property('Microsoft.VisualStudio.Services.Branding.Color', galleryBanner.color),
  property('Microsoft.VisualStudio.Services.Branding.Theme', galleryBanner.theme),
  property('Microsoft.VisualStudio.Services.GitHubFlavoredMarkdown', 'true'),
  property('Microsoft.VisualStudio.Services.Content.Pricing', 'Free'),
].join('\n')}
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${manifest.icon}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
${[
  asset('Microsoft.VisualStudio.Code.Manifest', 'extension/package.json'),
  asset('Microsoft.VisualStudio.Services.Content.Details', 'extension/readme.md'),
  asset('Microsoft.VisualStudio.Services.Content.Changelog', 'extension/changelog.md'),
  asset('Microsoft.VisualStudio.Services.Content.License', 'extension/LICENSE.txt'),
  asset('Microsoft.VisualStudio.Services.Icons.Default', `extension/${manifest.icon}`),
].join('\n')}
  </Assets>
</PackageManifest>
`
}

/** `[Content_Types].xml`: what the files of a package are, by the ends of their names. */
export function contentTypes(paths: readonly string[]): string {
  const ends = [...new Set(paths.map(path => path.slice(path.lastIndexOf('.'))))].sort()
  const types = ends.map(
    end => `<Default Extension="${end}" ContentType="${TYPES[end] ?? 'application/octet-stream'}"/>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>
`
}

const TYPES: Readonly<Record<string, string>> = {
  '.cjs': 'application/javascript',
  '.js': 'application/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.vsixmanifest': 'text/xml',
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}
