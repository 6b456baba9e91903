import type { FormValue } from './form-values.ts'

/** What a call of the API asks for. */
export interface DemoApiCall {
  /** Of the object in the address; empty where there is none. */
  readonly id: string
  readonly values: FormValue
  /** The clock on the wall, in milliseconds since 1970: what the caller goes by. */
  readonly wallNow: number
}
