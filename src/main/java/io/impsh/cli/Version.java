package io.impsh.cli;

/** Which version this is. */
final class Version {
    private Version() {}

    /** Of the jar it was started from; classes that are in no jar have none. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
