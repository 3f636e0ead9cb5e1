import type { Spot } from '../spot.ts'
import { droppedMemberOffer } from './dropped.ts'
import { goneKeys, oldMemberOffer, oldTriggerOffer, vanishedValues } from './old-names.ts'

/** Whether a keyword makes sense at a place where the grammar allows it: hints only where there is something to hint at. */
export function isUsefulWord(word: string, spot: Spot): boolean {
  const { scene, rules } = spot
  switch (`${rules[0]}:${word}`) {
    case 'RemovedValue:removed':
    case 'DroppedValue:dropped':
    case 'EnumValue:was':
    case 'Entry:was':
      return vanishedValues(scene).length > 0 || (scene.isRevision && word !== 'dropped')
    case 'Moves:moves':
    case 'Moves:renames':
      return scene.isRevision
    case 'DroppedRule:dropped':
      return droppedMemberOffer(spot).length > 0
    case 'MemberOption:was':
      return oldMemberOffer(spot).length > 0
    case 'Table:was':
      return goneKeys(scene, 'tables').length > 0
    case 'EnumBody:was':
      return goneKeys(scene, 'enums').length > 0
    case 'View:was':
      return goneKeys(scene, 'views').length > 0
    case 'Schema:was':
      return goneKeys(scene, 'schemas').length > 0
    case 'Trigger:was':
      return oldTriggerOffer(spot).length > 0
    case 'Primary:primary':
      return !rules.includes('MemberRule') || !scene.ownTable?.constraints.some(item => item.kind === 'primary')
    case 'TableOption:strict':
    case 'TableOption:without':
      return scene.targets.length === 0 || scene.targets.includes('sqlite')
    case 'TableOption:unlogged':
    case 'Index:using':
    case 'KeyProperty:include':
    case 'KeyProperty:tablespace':
    case 'KeyProperty:clustered':
    case 'KeyProperty:replica':
    case 'ParameterList:with':
    case 'TableOption:partition':
    case 'TableOption:inherits':
    case 'TableOption:replica':
    case 'StorageOption:using':
    case 'StorageOption:tablespace':
    case 'Exclude:exclude':
    case 'PolicyMember:policy':
    case 'RowSecurity:row':
    case 'RowSecurity:force':
    case 'StorageMod:storage':
    case 'CompressionMod:compression':
    case 'StatisticsMod:statistics':
    case 'ParametersMod:with':
      return scene.targets.length === 0 || scene.targets.includes('postgres')
    case 'NullsNotDistinct:nulls':
      return scene.targets.includes('postgres') && (!rules.includes('Index') || isUniqueIndex(spot))
    case 'SqlSide:up':
    case 'SqlSide:down':
    case 'Targets:targets':
    case 'Migrations:migrations':
    case 'DefaultSchema:default_schema':
      return !hasLine(word, spot)
    case 'Include:include':
      return [...scene.context.names.mixinNames()].length > 0
    default:
      return true
  }
}

function isUniqueIndex({ reads }: Spot): boolean {
  return reads.some(read => read.leaf.word === 'unique' && read.frame.rule === 'Index')
}

/** Whether another line of the same braces begins with a word. */
function hasLine(word: string, { scene }: Spot): boolean {
  const { element, place, cursor } = scene
  const lines =
    element === undefined ? [] : 'lines' in element ? element.lines : 'sides' in element ? element.sides : []
  return (lines ?? []).some(({ $cstNode: cst }) => {
    if (cst === undefined || (cst.offset <= cursor.offset && cursor.start <= cst.end)) return false
    return place.parsed.text.startsWith(word, cst.offset)
  })
}
