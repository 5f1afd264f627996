package io.impsh.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secrets that stand for an account: access, refresh and login tokens. */
final class Tokens {
    private static final int REFRESH_TOKENS = 5;
    private static final String KEY_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int KEY_LENGTH = 16;
    private static final Duration LOGIN_LIFE = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final Duration accessLife;
    private final Map<String, Temporary> access = new LinkedHashMap<>();
    private final Map<String, Temporary> logins = new LinkedHashMap<>();
    private final Map<String, RefreshToken> refresh = new LinkedHashMap<>();

    Tokens(Duration accessLife) {
        this.accessLife = accessLife;
    }

    /** @param expiresAt milliseconds since 1970 */
    record Temporary(String secret, Account account, long expiresAt) {}

    Duration accessLife() {
        return accessLife;
    }

    /** Older tokens of the account stay valid until they expire. */
    Temporary issueAccess(Account account) {
        return issue(access, account, accessLife);
    }

    /** Good for one success within five minutes. */
    Temporary issueLogin(Account account) {
        return issue(logins, account, LOGIN_LIFE);
    }

    /** The oldest of the account goes when there are more than five. */
    RefreshToken issueRefresh(Account account) {
        RefreshToken token = new RefreshToken(secret(), account, System.currentTimeMillis());
        refresh.put(token.id(), token);
        List<RefreshToken> own = refreshTokens(account);
        if (own.size() > REFRESH_TOKENS) {
            refresh.remove(own.get(0).id());
        }
        return token;
    }

    Optional<Account> access(String secret) {
        return valid(access, secret);
    }

    Optional<Account> login(String secret) {
        return valid(logins, secret);
    }

    void endLogin(String secret) {
        logins.remove(secret);
    }

    Optional<RefreshToken> refreshToken(String secret) {
        return Optional.ofNullable(refresh.get(secret));
    }

    List<RefreshToken> refreshTokens(Account account) {
        return refresh.values().stream()
                .filter(token -> token.account() == account)
                .toList();
    }

    void delete(RefreshToken token) {
        refresh.remove(token.id());
    }

    private Temporary issue(Map<String, Temporary> kind, Account account, Duration life) {
        long now = System.currentTimeMillis();
        kind.values().removeIf(token -> token.expiresAt() <= now);
        Temporary token = new Temporary(secret(), account, now + life.toMillis());
        kind.put(token.secret(), token);
        return token;
    }

    private static Optional<Account> valid(Map<String, Temporary> kind, String secret) {
        return Optional.ofNullable(kind.get(secret))
                .filter(token -> token.expiresAt() > System.currentTimeMillis())
                .map(Temporary::account);
    }

    /** A new secret of the form of login keys, which belong to their accounts. */
    String newLoginKey() {
        StringBuilder key = new StringBuilder(KEY_LENGTH);
        for (int i = 0; i < KEY_LENGTH; i++) {
            key.append(KEY_LETTERS.charAt(random.nextInt(KEY_LETTERS.length())));
        }
        return key.toString();
    }

    /** 64 hexadecimal digits. */
    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
