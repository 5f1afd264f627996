package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Section C: logging in. */
final class AuthenticationBehaviours {
    private static final String TOKENS = "/accounts/me/refresh_tokens";

    private AuthenticationBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 20: password login", AuthenticationBehaviours::password),
                new Behaviour("row 21: wrong password", AuthenticationBehaviours::wrongPassword),
                new Behaviour("row 22: second factor", AuthenticationBehaviours::secondFactor),
                new Behaviour("row 22: a login token expires", AuthenticationBehaviours::lateCode),
                new Behaviour("row 23: refresh token", AuthenticationBehaviours::refresh),
                new Behaviour("row 24: login key", AuthenticationBehaviours::loginKey),
                new Behaviour("row 25: unknown refresh token or login key", AuthenticationBehaviours::unknownToken),
                new Behaviour("row 26: no, unknown or wrong access token", AuthenticationBehaviours::noToken),
                new Behaviour("row 26: expired access token", AuthenticationBehaviours::expired),
                new Behaviour("row 27: several access tokens", AuthenticationBehaviours::several),
                new Behaviour("row 28: at most five refresh tokens", AuthenticationBehaviours::five),
                new Behaviour("row 29: deleting a refresh token", AuthenticationBehaviours::deleteToken),
                new Behaviour("row 29: refresh tokens of others", AuthenticationBehaviours::othersTokens));
    }

    private static void password(Scene scene) {
        for (String user : List.of("demo", "demo@example.com")) {
            Answer answer = scene.login(user).expect(200);
            JsonNode tokens = answer.json();
            assertThat(tokens.propertyNames())
                    .containsExactly("access_token", "expires_in", "expires_at", "refresh_token");
            assertThat(tokens.path("expires_in").intValue()).isEqualTo(3600);
            assertThat(Instant.parse(tokens.path("expires_at").stringValue()))
                    .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3601));
            assertThat(tokens.path("refresh_token").stringValue()).matches("[0-9a-f]{64}");
        }
    }

    private static void wrongPassword(Scene scene) {
        String refused = "401 PX100 Invalid Credentials: The username or password is not valid.";
        scene.post("/auth", "{'id': 'demo', 'password': 'x'}").expectError(401, refused);
        scene.post("/auth", "{'id': 'nobody', 'password': 'sandbox'}").expectError(401, refused);
        scene.post("/auth", "{'id': 'mfa', 'password': 'x'}").expectError(401, refused);
        scene.post("/auth", "{'id': 'demo'}")
                .expectError(400, "400 VX001 Invalid Attribute: The field password is required and must be a text.");
        scene.post("/auth", "null").expectCode(400, "VX001");
    }

    private static void secondFactor(Scene scene) {
        Answer first = scene.login("mfa")
                .expectError(403, "403 PX200 One-Time Code Required: This account needs a one-time code to log in.");
        JsonNode meta = first.json().at("/errors/0/meta");
        assertThat(Instant.parse(meta.path("expires_at").stringValue())).isAfter(Instant.now());
        String body = "{'login_token': '%s'}".formatted(meta.path("login_token").stringValue());
        scene.post("/auth", body, "X-Electricimp-OTP-Token", "123456").expectCode(401, "PX100");
        scene.post("/auth", body).expectCode(401, "PX100");
        Answer second =
                scene.post("/auth", body, "X-Electricimp-OTP-Token", "000000").expect(200);
        scene.useToken(second.json().path("access_token").stringValue());
        assertThat(scene.get("/accounts/me").attribute("username").stringValue())
                .isEqualTo("mfa");
        scene.post("/auth", body, "X-Electricimp-OTP-Token", "000000").expectCode(401, "PX100");
    }

    private static void lateCode(Scene scene) {
        String loginToken =
                scene.login("mfa").json().at("/errors/0/meta/login_token").stringValue();
        String body = "{'login_token': '%s'}".formatted(loginToken);
        scene.pass(Duration.ofMinutes(6));
        scene.post("/auth", body, "X-Electricimp-OTP-Token", "000000")
                .expectError(401, "401 PX100 Invalid Credentials: The login token is unknown or expired.");
        scene.logInWithCode("mfa");
        scene.get("/accounts/me").expect(200);
    }

    private static void refresh(Scene scene) {
        String body = "{'token': '%s'}"
                .formatted(scene.login("demo").json().path("refresh_token").stringValue());
        for (int i = 0; i < 2; i++) {
            JsonNode renewed = scene.post("/auth/token", body).expect(200).json();
            assertThat(renewed.propertyNames()).containsExactly("access_token", "expires_in", "expires_at");
            scene.useToken(renewed.path("access_token").stringValue());
            scene.get("/accounts/me").expect(200);
        }
    }

    private static void loginKey(Scene scene) {
        Answer created = AccountBehaviours.create(scene, "x").expect(201);
        String item = "/accounts/me/login_keys/" + created.id();
        for (int usages = 1; usages <= 2; usages++) {
            JsonNode tokens = scene.post("/auth/token", "{'key': '%s'}".formatted(created.id()))
                    .expect(200)
                    .json();
            assertThat(tokens.propertyNames()).containsExactly("access_token", "expires_in", "expires_at");
            scene.useToken(tokens.path("access_token").stringValue());
            assertThat(scene.get(item).expect(200).attribute("usages").intValue())
                    .isEqualTo(usages);
        }
        assertThat(scene.get(item).attribute("updated_at")).isEqualTo(created.attribute("updated_at"));
    }

    private static void unknownToken(Scene scene) {
        scene.post("/auth/token", "{'token': 'x'}")
                .expectError(404, "404 NF001 Not Found: There is no such refresh token.");
        scene.post("/auth/token", "{'key': 7}").expectCode(400, "VX001");
        scene.post("/auth/token", "null").expectCode(400, "VX001");
        scene.post("/auth/token", "{'key': 'x'}").expectError(404, "404 NF001 Not Found: There is no such login key.");
    }

    private static void noToken(Scene scene) {
        for (String token : new String[] {null, "x", ""}) {
            scene.useToken(token);
            for (String path : List.of(
                    "/accounts/me",
                    "/products",
                    "/devicegroups",
                    "/devices",
                    TOKENS,
                    "/accounts",
                    "/accounts/me/login_keys")) {
                scene.get(path)
                        .expectError(401, "401 PX101 Invalid Token: The access token is missing, unknown or expired.");
            }
        }
    }

    private static void expired(Scene scene) {
        String refresh = scene.login("demo").json().path("refresh_token").stringValue();
        scene.pass(Duration.ofSeconds(3599));
        scene.get("/accounts/me").expect(200);
        scene.pass(Duration.ofSeconds(2));
        scene.get("/accounts/me").expectCode(401, "PX101");
        scene.useToken(scene.post("/auth/token", "{'token': '%s'}".formatted(refresh))
                .expect(200)
                .json()
                .path("access_token")
                .stringValue());
        scene.get("/accounts/me").expect(200);
    }

    private static void several(Scene scene) {
        String other = scene.login("demo").json().path("access_token").stringValue();
        scene.get("/accounts/me").expect(200);
        scene.useToken(other);
        scene.get("/accounts/me").expect(200);
    }

    private static void five(Scene scene) {
        String oldest = scene.get(TOKENS).ids().get(0);
        for (int i = 0; i < 5; i++) {
            scene.post("/auth/token", "{'token': '%s'}".formatted(oldest)).expect(200);
            scene.login("demo").expect(200);
        }
        assertThat(scene.get(TOKENS).ids()).hasSize(5).doesNotContain(oldest);
        scene.post("/auth/token", "{'token': '%s'}".formatted(oldest)).expectCode(404, "NF001");
    }

    private static void deleteToken(Scene scene) {
        JsonNode login = scene.login("demo").json();
        String refresh = login.path("refresh_token").stringValue();
        assertThat(scene.get(TOKENS).ids()).contains(refresh);
        scene.delete(TOKENS + "/" + refresh).expect(204);
        scene.delete(TOKENS + "/" + refresh).expectCode(404, "NF001");
        assertThat(scene.get(TOKENS).ids()).doesNotContain(refresh);
        scene.post("/auth/token", "{'token': '%s'}".formatted(refresh)).expectCode(404, "NF001");
        scene.useToken(login.path("access_token").stringValue());
        scene.get("/accounts/me").expect(200);
    }

    private static void othersTokens(Scene scene) {
        String refresh = scene.login("demo").json().path("refresh_token").stringValue();
        scene.logIn("partner");
        assertThat(scene.get(TOKENS).ids()).hasSize(1).doesNotContain(refresh);
        scene.delete(TOKENS + "/" + refresh).expectCode(404, "NF001");
        scene.post("/auth/token", "{'token': '%s'}".formatted(refresh)).expect(200);
    }
}
