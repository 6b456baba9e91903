/** The header in which the server states the address a request came from; what a client sends under it is replaced. */
export const clientAddressHeader = 'x-sasaeai-client-address'
