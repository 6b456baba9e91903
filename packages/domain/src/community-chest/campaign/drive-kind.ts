/** 運動の種類. NHK歳末 and the like are `other`: another body's drive, never summed in with ours. */
export const driveKinds = ['red_feather', 'themed', 'year_end_mutual_aid', 'other'] as const
export type DriveKind = (typeof driveKinds)[number]

export const driveKindNames: Record<DriveKind, string> = {
  red_feather: '赤い羽根共同募金',
  themed: 'テーマ型募金',
  year_end_mutual_aid: '歳末たすけあい運動',
  other: 'その他の運動',
}

/** Drives whose money may be added up: each is the 共同募金会's. */
export const summedDrives = ['red_feather', 'themed', 'year_end_mutual_aid'] as const satisfies readonly DriveKind[]
export type SummedDrive = (typeof summedDrives)[number]
