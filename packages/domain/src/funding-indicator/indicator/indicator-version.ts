import type { FiscalYear } from '../../calendar/fiscal-year.ts'

interface VersionedYear {
  /** 1 for the first one. */
  readonly version: number
  /** The first fiscal year that it speaks of; null for all years. */
  readonly fromFiscalYear: FiscalYear | null
}

/**
 * The definition that a fiscal year is measured by: the newest of those that reach back to it. A version that was said
 * later takes the years from its own on, so the years before keep what they had. Null where none reaches back so far.
 */
export function versionOfYear<Version extends VersionedYear>(versions: readonly Version[], year: FiscalYear): Version | null {
  return versions.reduce<Version | null>((newest, version) => {
    const reaches = version.fromFiscalYear === null || version.fromFiscalYear <= year
    return reaches && (newest === null || version.version > newest.version) ? version : newest
  }, null)
}
