#!/usr/bin/env node
// Plain old JavaScript, so that a Node that is too old can read it and say so.
var version = process.versions.node.split('.')
if (+version[0] < 22 || (+version[0] === 22 && +version[1] < 13)) {
  console.error('mig needs Node 22.13 or newer; this is Node ' + process.versions.node + '.')
  process.exit(2)
}
var setFlags = process.getBuiltinModule('node:v8').setFlagsFromString
if (process.argv[2] === 'lsp') {
  // The language server goes on, so V8 collects before it asks for more memory: docs/decisions/editor.md.
  setFlags('--heap-growing-percent=50')
  setFlags('--max-semi-space-size=16')
} else if (+version[0] >= 24) {
  // A run ends before V8's last optimizer pays for itself: docs/decisions/speed.md.
  setFlags('--no-opt')
}
process.getBuiltinModule('node:module').enableCompileCache()
import('./cli.js')
