package io.impsh.bulk;

/** What a line of a journal tells. */
enum RecordKind {
    /** What is to be done, without its items. The first line. */
    PLAN,
    /** One thing that is to be changed. */
    ITEM,
    /** Somebody began to apply it, or to take it up. */
    BEGIN,
    /** A request is about to be sent. */
    BEFORE,
    /** What was answered. */
    AFTER,
    /** What items came to. */
    SETTLED,
    /** The run is over. */
    END;

    /** @throws BadRecord if this program does not know it */
    static RecordKind of(JsonFields fields) {
        return EnumNames.parse(RecordKind.class, "record", fields.text("record"));
    }
}
