/** A printed ledger or table stands in its story as it is, without quotes around it; the story tests are set up with this. */
export default {
  test: (value: unknown): boolean => typeof value === 'string',
  serialize: String,
}
