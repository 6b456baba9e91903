/** A mail on its way out. */
export interface MailToCarry {
  readonly mailId: string
  readonly messageId: string
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
  /** The council, for a sender that has no name of its own. */
  readonly councilName: string
  readonly attachments: readonly { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer }[]
}

/** What became of it, with what a person is to read about that. */
export interface CarriedMail {
  readonly outcome: 'accepted' | 'deferred' | 'refused'
  readonly words: string
  /** The mail server itself cannot be used: other mails need not be tried at once. */
  readonly isServerDown?: boolean
}

/** Takes mails out of the house: SMTP, or whatever a test puts in its place. */
export interface MailCarrier {
  /** Never throws for what may go wrong on the way. */
  carry(mail: MailToCarry): Promise<CarriedMail>
  /** No further mail for now: lines may be hung up. */
  rest(): void
}
