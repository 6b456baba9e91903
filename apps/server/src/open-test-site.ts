import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Actor, Deps } from '@sasaeai/api/deps'
import { hashPassword } from '@sasaeai/api/user/password-hash'
import type { Role } from '@sasaeai/domain/user/role'
import { readEnvironment } from './environment.ts'
import { openLog } from './request-log.ts'
import { createWebApplication } from './web-application.ts'

/** The product's web application on a free port, for tests that ask it as a browser would. */
export interface TestSite {
  readonly url: string
  /** Signs in as the council's person of a role that the site was opened for; the cookie to send. */
  signIn(role: Role): Promise<string>
  close(): void
}

interface PeopleOfCouncil {
  readonly deps: Deps
  readonly actors: Readonly<Record<Role, Actor>>
}

const password = 'a password for tests'

/** Opens it for those of some roles. */
export async function openTestSite({ deps, actors }: PeopleOfCouncil, roles: readonly Role[]): Promise<TestSite> {
  const hashed = await hashPassword(password)
  const credentials = roles.map((role) => ({ id: deps.newId(), accountId: actors[role].userId, providerId: 'credential', userId: actors[role].userId, password: hashed }))
  await deps.db.prisma.credential.createMany({ data: credentials })
  const app = createWebApplication({
    environment: readEnvironment({}),
    deps,
    log: openLog('silent'),
    readSecret: async () => 'a secret of at least thirty-two characters',
    isStopping: () => false,
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  const url = `http://localhost:${address.port}`
  return {
    url,
    async signIn(role) {
      const answer = await fetch(`${url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ email: `${role}@example.jp`, password }),
      })
      return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
    },
    close: () => void server.close(),
  }
}
