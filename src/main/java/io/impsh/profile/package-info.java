/**
 * Profiles, credentials, the vendor's own files, and where our files live.
 *
 * <p>Main types: {@code CredentialSources}, which finds the {@code Connection} to use; {@code Folders}; {@code Profile};
 * {@code Asker}, through which the terminal is asked.
 *
 * <p>May import: root, model, api. Third party kept inside: Jackson, Jackson TOML. The account password is never stored.
 */
package io.impsh.profile;
