export interface CertificateLogo {
  bytes: Uint8Array;
  mediaType: string;
}

/** What crosses the border to the render thread, and back. */
export interface RenderRequest {
  /** stands over the provider's name; null: the rings do */
  logo: CertificateLogo | null;
  /** PrintInput as JSON */
  data: string;
  /** what the QR code says */
  verifyUrl: string;
  /** Unix seconds; the same input gives the same bytes */
  createdAt: number;
}

export type RenderAnswer = { ok: true; pdf: Uint8Array } | { ok: false; reason: "missing-glyph"; characters: string[] };
