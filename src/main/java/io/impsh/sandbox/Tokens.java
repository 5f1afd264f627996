package io.impsh.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The secrets that stand for an account: access, refresh and login tokens. */
final class Tokens {
    private static final int REFRESH_TOKENS = 5;
    private static final String KEY_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int KEY_LENGTH = 16;
    private static final Duration LOGIN_LIFE = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final Duration accessLife;
    private final LongSupplier clock;
    private final Map<String, Temporary> access = new LinkedHashMap<>();
    private final Map<String, Temporary> logins = new LinkedHashMap<>();
    private final Map<String, RefreshToken> refresh = new LinkedHashMap<>();

    /** @param clock the present, in milliseconds since 1970 */
    Tokens(Duration accessLife, LongSupplier clock) {
        this.accessLife = accessLife;
        this.clock = clock;
    }

    /**
     * @param account its id: a reset of the sandbox makes its accounts anew, and leaves whoever is logged in to them
     * @param expiresAt milliseconds since 1970
     */
    record Temporary(String secret, String account, long expiresAt) {}

    Duration accessLife() {
        return accessLife;
    }

    /** Older tokens of the account stay valid until they expire. */
    Temporary issueAccess(Account account) {
        return issue(access, account, accessLife);
    }

    void use(RefreshToken token) {
        token.use(clock.getAsLong());
    }

    /** Good for one success within five minutes. */
    Temporary issueLogin(Account account) {
        return issue(logins, account, LOGIN_LIFE);
    }

    /** The oldest of the account goes when there are more than five. */
    RefreshToken issueRefresh(Account account) {
        RefreshToken token = new RefreshToken(secret(), account.id(), clock.getAsLong());
        refresh.put(token.id(), token);
        List<RefreshToken> own = refreshTokens(account);
        if (own.size() > REFRESH_TOKENS) {
            refresh.remove(own.get(0).id());
        }
        return token;
    }

    /** The id of the account that it stands for. */
    Optional<String> access(String secret) {
        return valid(access, secret);
    }

    /** The id of the account that is being logged in to. */
    Optional<String> login(String secret) {
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
                .filter(token -> token.account().equals(account.id()))
                .toList();
    }

    /** Those of all accounts, oldest first. */
    List<RefreshToken> refreshTokens() {
        return List.copyOf(refresh.values());
    }

    /** One that was kept. */
    void add(RefreshToken token) {
        refresh.put(token.id(), token);
    }

    void delete(RefreshToken token) {
        refresh.remove(token.id());
    }

    private Temporary issue(Map<String, Temporary> kind, Account account, Duration life) {
        long now = clock.getAsLong();
        kind.values().removeIf(token -> token.expiresAt() <= now);
        Temporary token = new Temporary(secret(), account.id(), now + life.toMillis());
        kind.put(token.secret(), token);
        return token;
    }

    private Optional<String> valid(Map<String, Temporary> kind, String secret) {
        return Optional.ofNullable(kind.get(secret))
                .filter(token -> token.expiresAt() > clock.getAsLong())
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
