package io.impsh.script;

import io.impsh.bulk.Question;
import io.impsh.model.RefreshToken;
import java.util.List;

/** What can be done with refresh tokens. */
final class RefreshTokenVerbs {
    private RefreshTokenVerbs() {}

    static HostType<Handle<RefreshToken>> addTo(HostType<Handle<RefreshToken>> type) {
        return type.method(
                "revoke",
                "void",
                "Ends the login that it belongs to: whoever holds it has to log in again. Access tokens that it gave"
                        + " stay good until they expire. Asks first.",
                "me.refreshTokens.first().revoke()",
                (token, call) -> revoke(token, call.host()));
    }

    private static Object revoke(Handle<RefreshToken> token, Host host) {
        RefreshToken known = token.entity(host);
        host.confirmOrStop(new Question(
                "The refresh token is revoked; whoever uses it has to log in again. Go on?",
                List.of(known.createdAt() == null ? known.name() : known.name() + "  made " + known.createdAt()),
                1,
                false));
        host.beforeWrite();
        host.client().refreshTokens().delete(token.id());
        host.directory().changed(EntityKinds.REFRESH_TOKEN);
        return GuestValues.UNDEFINED;
    }
}
