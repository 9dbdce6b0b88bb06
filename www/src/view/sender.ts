// t
export async function senderPage(..._: unknown[]): Promise<HTMLElement> { return document.createElement('div'); }
