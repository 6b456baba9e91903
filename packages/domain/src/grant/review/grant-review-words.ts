import { type DriveKind, driveKindNames } from '../../community-chest/campaign/drive-kind.ts'

/** What the review of the grants of a drive is called, on its page and its papers; null for all grants. */
export function grantReviewTitle(drive: DriveKind | null): string {
  return drive === 'year_end_mutual_aid' ? '歳末の見直し' : '助成の見直し'
}

/** Of what the figures are, in a sentence or two. */
export function grantReviewAbout(drive: DriveKind | null): string {
  const whose = drive === null ? 'すべての助成' : driveKindNames[drive]
  return `${whose}の、支払った助成と見舞金です。件数は支払った申請と見舞金の支払、対象者数は報告と見舞金によります。△は前の年度からの減少です。`
}
