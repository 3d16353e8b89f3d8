/** A picture that another app handed to the installed product. In memory only, until a page takes it. */
let shared: File | null = null;

/** Takes the picture out of the form that the manifest's share target describes, and leads on to the product. */
export async function takeIn(request: Request): Promise<Response> {
  // No form: nothing was shared.
  const form = await request.formData().catch(() => null);
  const picture = form?.get('picture');
  shared = picture instanceof File ? picture : null;
  return Response.redirect('/?shared', 303);
}

/** The picture, once. */
export function handOut(): File | null {
  const picture = shared;
  shared = null;
  return picture;
}
