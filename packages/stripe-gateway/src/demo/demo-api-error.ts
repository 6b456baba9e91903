/** What an error says, in the words of the gateway that is stood for. */
interface DemoApiErrorBody {
  readonly type?: 'invalid_request_error' | 'idempotency_error'
  readonly code?: string
  readonly message: string
  readonly param?: string
}

/** Something that the API refuses, as the gateway that it stands for would. */
export class DemoApiError extends Error {
  override readonly name = 'DemoApiError'
  readonly status: number
  readonly body: { readonly error: DemoApiErrorBody }

  constructor(status: number, error: DemoApiErrorBody) {
    super(error.message)
    this.status = status
    this.body = { error: { type: 'invalid_request_error', ...error } }
  }

  static missing(object: string, id: string): DemoApiError {
    return new DemoApiError(404, { code: 'resource_missing', message: `No such ${object}: '${id}'`, param: 'id' })
  }
}
