/** Hands a file that the server made (its bytes in Base64) to the browser, which saves it. */
export function saveFile(file: { readonly fileName: string; readonly mediaType: string; readonly content: string }): void {
  const bytes = Uint8Array.from(atob(file.content), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.fileName
  link.click()
  URL.revokeObjectURL(address)
}
