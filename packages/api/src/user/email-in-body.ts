/** The e-mail address that a sign-in request names, as people are looked up by it; undefined when it names none. */
export function emailInBody(body: unknown): string | undefined {
  const email: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'email') : undefined
  return typeof email === 'string' ? email.trim().toLowerCase() : undefined
}
