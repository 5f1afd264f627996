package io.impsh.model;

/** Ids that let in whoever knows them: those of login keys and refresh tokens. */
final class SecretId {
    private static final int SHOWN = 4;

    private SecretId() {}

    /** Enough to tell one from the others: four characters and an ellipsis. */
    static String shortened(String id) {
        return id.length() <= SHOWN ? "…" : id.substring(0, SHOWN) + "…";
    }

    /** The resource as it was sent but for the id, wherever it stands. */
    static RawJson without(String id, RawJson raw) {
        return raw == null ? null : new RawJson(raw.text().replace(id, shortened(id)));
    }
}
