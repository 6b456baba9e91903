import { trpc } from './trpc.ts'

/** Who is signed in. */
export const whoIsThere = () => trpc.user.me.queryOptions()

/** The council, and whether it has been set up; both are asked for once. */
export const frontDoor = () => trpc.setUp.frontDoor.queryOptions(undefined, { staleTime: Infinity })

/** The years that the council has opened, the newest first. */
export const openedYears = () => trpc.council.years.queryOptions(undefined, { staleTime: 60_000 })

/** How many 通知 of the gateway were put aside, looked at again now and then. */
export const putAsideEvents = () => trpc.onlineGiving.event.putAside.queryOptions(undefined, { staleTime: 60_000 })

/** How many deadlines of 外部資金 are near, looked at again now and then. */
export const nearDeadlines = () => trpc.externalFund.countDeadlines.queryOptions(undefined, { staleTime: 60_000 })
