import { LinkButton } from '@sasaeai/ui/link-button'
import { TextLink } from '@sasaeai/ui/text-link'
import { createLink } from '@tanstack/react-router'

/** A text link whose route and search parameters are checked by the compiler: `<AppLink to="/catalogue">`. */
export const AppLink = createLink(TextLink)

/** The same for a link that looks like a button. */
export const AppLinkButton = createLink(LinkButton)
