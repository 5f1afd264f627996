/**
 * Profiles, credentials, the vendor's own files, and where our files live.
 *
 * <p>Main types: {@code Folders}, {@code CredentialSources}, {@code Profile}.
 *
 * <p>May import: root, model, api. Third party kept inside: Jackson, Jackson TOML. The account password is never stored.
 */
package io.impsh.profile;
