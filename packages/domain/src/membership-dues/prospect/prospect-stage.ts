/** 見込みの段階 while the council still hopes, in their order. */
export const openProspectStages = ['candidate', 'approached', 'considering'] as const
export type OpenProspectStage = (typeof openProspectStages)[number]

export const prospectStages = [...openProspectStages, 'joined', 'declined'] as const
export type ProspectStage = (typeof prospectStages)[number]

export const prospectStageNames: Record<ProspectStage, string> = {
  candidate: '候補',
  approached: '案内済み',
  considering: '検討中',
  joined: '入会',
  declined: '見送り',
}
