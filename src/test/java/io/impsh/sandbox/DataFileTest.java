package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that keeps its state in a file. */
class DataFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("cloud.json");
    }

    private Scene open() {
        return new Scene(Sandbox.start(Scene.options(), file));
    }

    @Test
    void everythingIsAsItWas() {
        String before;
        String refresh;
        String key;
        try (Scene scene = open()) {
            change(scene);
            key = AccountBehaviours.create(scene, "build server").expect(201).id();
            scene.post("/auth/token", "{'key': '%s'}".formatted(key)).expect(200);
            before = everything(scene);
            refresh = scene.login("demo").json().path("refresh_token").stringValue();
        }
        try (Scene scene = open()) {
            assertThat(everything(scene)).isEqualTo(before);
            scene.post("/auth/token", "{'token': '%s'}".formatted(refresh)).expect(200);
            scene.post("/auth/token", "{'key': '%s'}".formatted(key)).expect(200);
            assertThat(scene.get("/accounts/me/login_keys/" + key)
                            .attribute("usages")
                            .intValue())
                    .isEqualTo(2);
            assertThat(scene.sandbox.recount().totalAssignments()).isZero();
        }
    }

    /** Leaves something behind in every field that is kept. */
    private static void change(Scene scene) {
        String product = scene.createProduct("{'name': 'Kettle', 'description': ''}")
                .expect(201)
                .id();
        scene.createGroup(
                        "production_devicegroup",
                        product,
                        "{'name': 'Sold', 'region': 'eu', 'env_vars': {'b': 1.50, 'c': 1e3, 'a': 'ä😀'}}")
                .expect(201);
        scene.assign(scene.group("Line 2"), scene.devices("Line 1", 3).toArray(String[]::new))
                .expect(204);
        String gone = scene.devices("Line 2", 1).get(0);
        scene.unassign(scene.group("Line 2"), List.of(), gone).expect(204);
        scene.patch("/devices/" + gone, "{'data': {'type': 'device', 'attributes': {'name': 'Küche'}}}")
                .expect(200);
        scene.door("POST", "/devices", "{'count': 2, 'name': 'new', 'group': 'Pump dev', 'impType': 'imp006'}")
                .expect(201);
        scene.door("POST", "/devices/" + scene.devices("Thermostat DUT", 1).get(0) + "/bless", "")
                .expect(204);
        scene.post("/deployments", """
                {'data': {'type': 'deployment', 'attributes': {'device_code': 'local x = 1;', 'agent_code': '',
                 'description': 'd', 'origin': 'o', 'tags': ['x', 'y'], 'flagged': true},
                 'relationships': {'devicegroup': {'type': 'development_devicegroup', 'id': '%s'}}}}""".formatted(scene.group("Line 1"))).expect(201);
        scene.post("/webhooks", """
                {'data': {'type': 'webhook', 'attributes': {'url': 'http://127.0.0.1:1/x', 'event': 'deployment',
                 'content_type': 'application/json'},
                 'relationships': {'devicegroup': {'type': 'development_devicegroup', 'id': '%s'}}}}""".formatted(scene.group("Line 1"))).expect(201);
        String dev = scene.group("Tracker dev");
        scene.unassign(dev, List.of(), scene.devices("Tracker dev", 100).toArray(String[]::new))
                .expect(204);
        scene.send("DELETE", "/devices/" + scene.unassigned(), "null").expect(204);
    }

    /** Every list as it is read over HTTP, by every account that can log in with a password alone. */
    private static String everything(Scene scene) {
        StringBuilder all = new StringBuilder();
        for (String user : List.of("demo", "partner")) {
            scene.logIn(user);
            for (String list : List.of(
                    "/accounts",
                    "/accounts/me/login_keys",
                    "/products",
                    "/devicegroups",
                    "/deployments",
                    "/webhooks")) {
                all.append(scene.get(list + "?page%5Bsize%5D=100").expect(200).text())
                        .append('\n');
            }
            for (int page = 1; page <= 3; page++) {
                all.append(scene.get("/devices?page%5Bsize%5D=100&page%5Bnumber%5D=" + page)
                                .expect(200)
                                .text())
                        .append('\n');
            }
        }
        scene.logIn("demo");
        return all.toString().replace(scene.sandbox.baseUrl().toString(), "");
    }

    @Test
    void newThingsAfterARestartGetNewIds() {
        String first;
        try (Scene scene = open()) {
            first = scene.createProduct("{'name': 'one'}").expect(201).id();
        }
        try (Scene scene = open()) {
            String second = scene.createProduct("{'name': 'two'}").expect(201).id();
            assertThat(second).isNotEqualTo(first);
            assertThat(scene.get("/products").ids()).endsWith(first, second);
        }
    }

    @Test
    void resetReachesTheFile() {
        try (Scene fresh = new Scene(Scene.options())) {
            try (Scene scene = open()) {
                change(scene);
            }
            try (Scene scene = open()) {
                scene.door("POST", "/reset", "").expect(204);
            }
            try (Scene scene = open()) {
                assertThat(everything(scene)).isEqualTo(everything(fresh));
            }
        }
    }

    @Test
    void theFleetIsThatOfTheFile() {
        Sandbox.start(Scene.options().withDevices(7).withSeed(3), file).close();
        try (Sandbox sandbox = Sandbox.start(Scene.options(), file)) {
            assertThat(sandbox.recount().devices()).isEqualTo(7);
            assertThat(sandbox.options().seed()).isEqualTo(3);
        }
    }

    @Test
    void isWrittenSoonAndForItsOwnerAlone() throws Exception {
        try (Scene scene = open()) {
            scene.createProduct("{'name': 'Kettle'}").expect(201);
            Await.until(this::text, text -> text.contains("Kettle"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("cloud.json", "cloud.json.lock");
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneSandboxAtATime() {
        try (Scene scene = open()) {
            refused(
                    "the data file " + file + " is in use by another sandbox",
                    "end that one, or name another file with --data");
            assertThat(scene.get("/products").status()).isEqualTo(200);
        }
        open().close();
    }

    @Test
    void aLinkIsTheFileItLeadsTo() throws IOException {
        open().close();
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        try (Scene scene = open()) {
            assertThatThrownBy(() -> Sandbox.start(Scene.options(), link))
                    .hasMessage("the data file " + link + " is in use by another sandbox");
        }
        try (Scene scene = new Scene(Sandbox.start(Scene.options(), link))) {
            scene.createProduct("{'name': 'Kettle'}").expect(201);
        }
        assertThat(link).isSymbolicLink();
        assertThat(text()).contains("Kettle");
    }

    @Test
    void aTakenPortReleasesTheFile() {
        try (Sandbox other = Sandbox.start(Scene.options())) {
            SandboxOptions taken = Scene.options().withPort(other.baseUrl().getPort());
            assertThatThrownBy(() -> Sandbox.start(taken, file)).hasMessageStartingWith("port ");
        }
        open().close();
    }

    @Test
    void whatIsNoDataOfASandboxIsLeftAlone() throws IOException {
        Sandbox.start(Scene.options(), file).close();
        String good = text();
        for (int length : new int[] {0, 1, 40, 1_000, good.length() / 2, good.length() - 1}) {
            String cut = good.substring(0, length);
            Files.writeString(file, cut);
            DataException refusal =
                    catchThrowableOfType(DataException.class, () -> Sandbox.start(Scene.options(), file));
            assertThat(refusal.getMessage())
                    .as("cut to " + length)
                    .isIn(
                            "the data file " + file + " is damaged or cut off; it was left as it is",
                            "the file " + file + " is not the data of a sandbox");
            assertThat(text()).isEqualTo(cut);
        }
        for (String wrong : List.of("hello", "[]", "{\"format\":\"x\",\"version\":1}", "null", "\u0000\u0001")) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> Sandbox.start(Scene.options(), file)).isInstanceOf(DataException.class);
            assertThat(text()).isEqualTo(wrong);
        }
    }

    @Test
    void whatDoesNotFitTogetherIsDamage() throws IOException {
        Sandbox.start(Scene.options(), file).close();
        String good = text();
        for (String wrong : List.of(
                good.replace("\"seed\":1", "\"seed\":null"),
                good.replace("\"seeded\":250", "\"seeded\":-1"),
                good.replace("production_devicegroup", "magic_devicegroup"),
                good.replaceFirst("\"owner\":\"[0-9a-f]{8}", "\"owner\":\"xxxxxxxx"),
                good + "{}")) {
            assertThat(wrong).isNotEqualTo(good);
            Files.writeString(file, wrong);
            refused(
                    "the data file " + file + " is damaged or cut off; it was left as it is",
                    "name another file with --data, or move this one away to begin anew");
            assertThat(text()).isEqualTo(wrong);
        }
        Files.writeString(file, good);
        open().close();
    }

    @Test
    void aNewerFormatIsLeftAlone() throws IOException {
        String newer = "{\"format\":\"impsh-sandbox\",\"version\":2,\"novelty\":[]}";
        Files.writeString(file, newer);
        refused(
                "the data file " + file + " was written by a newer impsh (its format is 2, this one knows 1)",
                "use that impsh, or name another file with --data");
        assertThat(text()).isEqualTo(newer);
    }

    @Test
    void foldersAndFoldersThatAreMissing() {
        assertThatThrownBy(() -> Sandbox.start(Scene.options(), folder))
                .hasMessage("the data file " + folder + " is a folder");
        DataException missing = catchThrowableOfType(
                DataException.class, () -> Sandbox.start(Scene.options(), folder.resolve("no/where.json")));
        assertThat(missing)
                .hasMessage("the data file " + folder.resolve("no/where.json")
                        + " cannot be made: there is no folder for it");
        assertThat(missing.hint()).isEqualTo("make the folder first, or name another file with --data");
    }

    private void refused(String message, String hint) {
        DataException refusal = catchThrowableOfType(DataException.class, () -> Sandbox.start(Scene.options(), file));
        assertThat(refusal.getMessage()).isEqualTo(message);
        assertThat(refusal.hint()).isEqualTo(hint);
    }
}
