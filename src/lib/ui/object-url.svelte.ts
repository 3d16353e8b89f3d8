/** A URL for bytes or a blob while the calling component shows it; let go of afterwards. */
export function objectUrl(source: () => Blob | Uint8Array<ArrayBuffer> | null | undefined): {
  readonly url: string | undefined;
} {
  let url = $state<string>();
  $effect(() => {
    const given = source();
    if (!given) return;
    const made = URL.createObjectURL(
      given instanceof Blob ? given : new Blob([given], { type: 'image/jpeg' })
    );
    url = made;
    return () => {
      URL.revokeObjectURL(made);
      url = undefined;
    };
  });
  return {
    get url() {
      return url;
    }
  };
}
