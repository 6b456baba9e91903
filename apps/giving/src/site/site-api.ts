import type { AppRouter } from '@sasaeai/api'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'

type Inputs = inferRouterInputs<AppRouter>['giving']
type Outputs = inferRouterOutputs<AppRouter>['giving']

/**
 * The server, as a browser asks it. The program's own client for these procedures would be a twentieth of all that the site is
 * made of, for batches, links and transformers that nothing here needs.
 */
export const siteApi = {
  front: query('front'),
  link: query('link'),
  page: query('page'),
  addresses: query('addresses'),
  challenge: mutation('challenge'),
  start: mutation('start'),
  status: mutation('status'),
  askForLink: mutation('askForLink'),
  openLink: mutation('openLink'),
  changeRecurring: mutation('changeRecurring'),
  saveDetails: mutation('saveDetails'),
  issueYear: mutation('issueYear'),
  signOut: mutation('signOut'),
}

function query<Name extends keyof Inputs>(name: Name) {
  return async (...input: Arguments<Inputs[Name]>): Promise<Outputs[Name]> => {
    const asked = input.length === 0 ? '' : `?input=${encodeURIComponent(JSON.stringify(input[0]))}`
    return answerOf<Outputs[Name]>(await fetch(`/trpc/giving.${name}${asked}`))
  }
}

function mutation<Name extends keyof Inputs>(name: Name) {
  return async (...input: Arguments<Inputs[Name]>): Promise<Outputs[Name]> =>
    answerOf<Outputs[Name]>(await fetch(`/trpc/giving.${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...(input.length === 0 ? {} : { body: JSON.stringify(input[0]) }),
    }))
}

/** A procedure without an input is called without one. */
type Arguments<Input> = Input extends void ? [] : [input: Input]

/** @throws Error for whatever is no answer: the pages then say that the server was not reached. */
async function answerOf<Output>(response: Response): Promise<Output> {
  const { result } = await response.json()
  if (result === undefined) throw new Error(`${response.url} answered ${response.status}`)
  return result.data
}
