package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Entity;
import io.impsh.model.Library;
import io.impsh.model.LoginKey;
import io.impsh.model.RefreshToken;
import io.impsh.script.EntityKind.Property;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What login keys, refresh tokens and libraries are to scripts. The ids of the first two are secrets. */
final class AccessKinds {
    private AccessKinds() {}

    static EntityKind<LoginKey> loginKey() {
        return new EntityKind<>(
                "LoginKey",
                "login key",
                "login keys",
                "loginKeys",
                Pattern.compile("[0-9a-z]{16}"),
                List.of(
                        new Property<>(
                                "id",
                                "string",
                                "The key: four characters and …; whole when just made, or after reload({reveal: true})",
                                LoginKey::name),
                        new Property<>("type", "string", "Always login_key", LoginKey::type),
                        new Property<>("description", "string | null", "What it is for", LoginKey::description),
                        new Property<>("usages", "number | null", "How often it was used to log in", LoginKey::usages),
                        new Property<>("createdAt", "Date | null", "When it was made", LoginKey::createdAt),
                        new Property<>("updatedAt", "Date | null", "When it was changed last", LoginKey::updatedAt)),
                List.of(),
                List.of("id", "description", "usages", "createdAt"),
                List.of(),
                Map.of(),
                (client, filter) -> client.loginKeys().list(),
                (client, id) -> client.loginKeys().get(id));
    }

    /** The service reads none of them by its id, so one is looked for in the list. */
    static EntityKind<RefreshToken> refreshToken() {
        return new EntityKind<>(
                "RefreshToken",
                "refresh token",
                "refresh tokens",
                "me.refreshTokens",
                Pattern.compile("[0-9a-f]{64}"),
                List.of(
                        new Property<>(
                                "id",
                                "string",
                                "The first four characters of the token, and …: the whole of it is a secret",
                                RefreshToken::name),
                        new Property<>("type", "string", "Always refresh_token", RefreshToken::type),
                        new Property<>("createdAt", "Date | null", "When its login was", RefreshToken::createdAt),
                        new Property<>(
                                "lastUsedAt",
                                "Date | null",
                                "When it gave an access token last",
                                RefreshToken::lastUsedAt)),
                List.of(),
                List.of("id", "createdAt", "lastUsedAt"),
                List.of(),
                Map.of(),
                (client, filter) -> client.refreshTokens().list(),
                (client, id) -> listed(id, client.refreshTokens().list()));
    }

    static EntityKind<Library> library() {
        return new EntityKind<>(
                "Library",
                "library",
                "libraries",
                "libraries",
                Pattern.compile("[^:]+:[0-9.]+"),
                List.of(
                        new Property<>("id", "string", "The library's id", Library::id),
                        new Property<>("type", "string", "Always library", Library::type),
                        new Property<>(
                                "name",
                                "string",
                                "The library's name as in #require, without the version",
                                Library::name),
                        new Property<>(
                                "supported", "boolean | null", "Whether the vendor supports it", Library::supported),
                        new Property<>(
                                "versions", "string[]", "What may be required, such as Name:1.2.0", Library::versions)),
                List.of(),
                List.of("name", "supported", "versions"),
                List.of(),
                Map.of(),
                (client, filter) -> client.libraries().list(),
                (client, id) -> listed(id, client.libraries().list()));
    }

    private static <T extends Entity> T listed(String id, Iterable<T> all) {
        for (T entity : all) {
            if (entity.id().equals(id)) {
                return entity;
            }
        }
        throw new UserException("NOT_FOUND", "it is not there any more", "the list has those that are");
    }
}
