/** When not even the first page came: no words are there to say it in, so it is said in two languages. */
export function tellOfFirstPageLost(place: HTMLElement): void {
  if (place.hasChildNodes()) return
  const notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  notice.style.padding = '2rem 1.25rem'
  notice.textContent = 'ページを読み込めませんでした。通信を確かめて、もう一度開いてください。 / The page could not be loaded. Please check your connection and open it again.'
  place.append(notice)
}
