package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Account;
import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import io.impsh.model.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityReaderTest {
    private static final String ACCOUNT = """
            {
              "type": "account",
              "id": "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610",
              "links": {"self": "https://api.electricimp.com/v5/accounts/3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610"},
              "attributes": {
                "username": "jane",
                "email": "jane@example.com",
                "tier": "free",
                "created_at": "2017-01-10T08:00:00.000Z",
                "updated_at": "2017-01-10T08:00:00.000Z"
              },
              "relationships": {}
            }""";
    private static final String PRODUCT = """
            {
              "type": "product",
              "id": "1a8f20d4-6c37-4e0b-b1c9-52f7d3a98e04",
              "links": {"self": "https://api.electricimp.com/v5/products/1a8f20d4-6c37-4e0b-b1c9-52f7d3a98e04"},
              "attributes": {
                "name": "Thermostat",
                "description": "Second generation",
                "created_at": "2024-03-05T09:20:30.456Z",
                "updated_at": "2024-03-05T09:20:30.456Z"
              },
              "relationships": {
                "owner":   {"type": "account", "id": "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610"},
                "creator": {"type": "account", "id": "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610"}
              }
            }""";
    private static final String GROUP = """
            {
              "type": "development_devicegroup",
              "id": "7bd4e913-02fa-48c6-8d15-c9e6a0b3f271",
              "links": {"self": "https://api.electricimp.com/v5/devicegroups/7bd4e913-02fa-48c6-8d15-c9e6a0b3f271"},
              "attributes": {
                "name": "Thermostat dev",
                "description": null,
                "region": null,
                "created_at": "2024-03-05T09:21:00.001Z",
                "updated_at": "2024-03-05T09:25:00.500Z",
                "env_vars": {}
              },
              "relationships": {
                "product": {"type": "product", "id": "1a8f20d4-6c37-4e0b-b1c9-52f7d3a98e04"},
                "owner":   {"type": "account", "id": "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610"},
                "creator": {"type": "account", "id": "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610"},
                "current_deployment":       {"type": "deployment", "id": "015f0a1c-8d2e-4b73-96c5-7e41d9f3b0a8"},
                "min_supported_deployment": {"type": "deployment", "id": "015f0a1c-8d2e-4b73-96c5-7e41d9f3b0a8"}
              }
            }""";
    private static final String DEVICE = """
            {
              "type": "device",
              "id": "23a1b2c3d4e5f607",
              "links": {"self": "https://api.electricimp.com/v5/devices/23a1b2c3d4e5f607"},
              "attributes": {
                "name": "Kitchen",
                "agent_id": "aB3dE5fG7hJ9",
                "agent_url": "https://agent.electricimp.com/aB3dE5fG7hJ9",
                "device_online": true,
                "device_state_changed_at": "2024-03-05T09:30:00.100Z",
                "agent_running": true,
                "agent_state_changed_at": "2024-03-05T09:29:58.020Z",
                "last_enrolled_at": "2024-01-20T12:00:00.000Z",
                "imp_type": "imp003",
                "ip_address": "203.0.113.7",
                "mac_address": "0c:2a:69:0a:1b:2c",
                "free_memory": 83144,
                "rssi": -51,
                "swversion": "1ae4c87 - release-36.13 - Wed Dec 20 10:52:30 2017 - production",
                "plan_id": "59d1f0a2c3b4e5f6"
              },
              "relationships": {
                "owner":       {"type": "account", "id": "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610"},
                "product":     {"type": "product", "id": "1a8f20d4-6c37-4e0b-b1c9-52f7d3a98e04"},
                "devicegroup": {"type": "development_devicegroup", "id": "7bd4e913-02fa-48c6-8d15-c9e6a0b3f271"}
              }
            }""";

    private static final String DEPLOYMENT = """
            {
              "type": "deployment",
              "id": "015f0a1c-8d2e-4b73-96c5-7e41d9f3b0a8",
              "links": {"self": "https://api.electricimp.com/v5/deployments/015f0a1c-8d2e-4b73-96c5-7e41d9f3b0a8"},
              "attributes": {
                "sha": "5f0e12ab34cd56ef5f0e12ab34cd56ef5f0e12ab34cd56ef5f0e12ab34cd56ef",
                "description": "first try",
                "origin": "git:abc123",
                "tags": ["RC1", "v1.0"],
                "flagged": false,
                "device_code": "server.log(\\"hello\\");",
                "agent_code": "",
                "created_at": "2024-03-05T09:25:00.500Z",
                "updated_at": "2024-03-05T09:25:00.500Z"
              },
              "relationships": {
                "owner":       {"type": "account", "id": "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610"},
                "creator":     {"type": "account", "id": "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610"},
                "product":     {"type": "product", "id": "1a8f20d4-6c37-4e0b-b1c9-52f7d3a98e04"},
                "devicegroup": {"type": "development_devicegroup", "id": "7bd4e913-02fa-48c6-8d15-c9e6a0b3f271"}
              }
            }""";

    private static final EntityRef JANE = new EntityRef("account", "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610");

    @Test
    void anAccount() {
        assertThat(EntityReader.account(resource(ACCOUNT)))
                .isEqualTo(new Account(
                        "3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610",
                        "jane",
                        "jane@example.com",
                        "free",
                        Instant.parse("2017-01-10T08:00:00.000Z"),
                        Instant.parse("2017-01-10T08:00:00.000Z"),
                        new RawJson(ACCOUNT)));
    }

    @Test
    void aProduct() {
        assertThat(EntityReader.product(resource(PRODUCT)))
                .isEqualTo(new Product(
                        "1a8f20d4-6c37-4e0b-b1c9-52f7d3a98e04",
                        "Thermostat",
                        "Second generation",
                        Instant.parse("2024-03-05T09:20:30.456Z"),
                        Instant.parse("2024-03-05T09:20:30.456Z"),
                        JANE,
                        JANE,
                        new RawJson(PRODUCT)));
    }

    @Test
    void aDevelopmentGroup() {
        EntityRef deployment = new EntityRef("deployment", "015f0a1c-8d2e-4b73-96c5-7e41d9f3b0a8");
        assertThat(EntityReader.deviceGroup(resource(GROUP)))
                .isEqualTo(new DeviceGroup(
                        "7bd4e913-02fa-48c6-8d15-c9e6a0b3f271",
                        DeviceGroupType.DEVELOPMENT,
                        "Thermostat dev",
                        null,
                        null,
                        null,
                        Map.of(),
                        Instant.parse("2024-03-05T09:21:00.001Z"),
                        Instant.parse("2024-03-05T09:25:00.500Z"),
                        new EntityRef("product", "1a8f20d4-6c37-4e0b-b1c9-52f7d3a98e04"),
                        JANE,
                        JANE,
                        null,
                        null,
                        deployment,
                        deployment,
                        new RawJson(GROUP)));
    }

    @Test
    void whatOtherGroupsHave() {
        DeviceGroup group = EntityReader.deviceGroup(resource("""
                {"type":"factoryfixture_devicegroup","id":"g",
                 "attributes":{"region":"eu","load_code_after_blessing":true,
                   "env_vars":{"Z":"text","A":1,"HALF":0.5,"odd":[1]}},
                 "relationships":{
                   "production_target":{"type":"production_devicegroup","id":"e52c6f08-9b14-47da-a3f0-61d8c47be935"},
                   "dut_target":{"type":"dut_devicegroup","id":"90ad3be7-f4c1-4526-8e7b-2f15d60c89a4"}}}"""));

        assertThat(group.groupType()).isEqualTo(DeviceGroupType.FACTORY);
        assertThat(group.region()).isEqualTo("eu");
        assertThat(group.loadCodeAfterBlessing()).isTrue();
        assertThat(group.envVars())
                .containsExactly(
                        Map.entry("Z", "text"), Map.entry("A", 1L), Map.entry("HALF", 0.5), Map.entry("odd", "[1]"));
        assertThat(group.productionTarget())
                .isEqualTo(new EntityRef("production_devicegroup", "e52c6f08-9b14-47da-a3f0-61d8c47be935"));
        assertThat(group.dutTarget())
                .isEqualTo(new EntityRef("dut_devicegroup", "90ad3be7-f4c1-4526-8e7b-2f15d60c89a4"));
    }

    @Test
    void aGroupOfATypeThatIsNotDocumentedKeepsTheServicesName() {
        DeviceGroup group = EntityReader.deviceGroup(resource("{\"type\":\"office_devicegroup\",\"id\":\"g\"}"));
        DeviceGroup nameless = EntityReader.deviceGroup(resource("{\"id\":\"g\"}"));

        assertThat(group.ref()).isEqualTo(new EntityRef("office_devicegroup", "g"));
        assertThat(group.groupType()).isEqualTo(new DeviceGroupType("office_devicegroup", "office_devicegroup"));
        assertThat(nameless.ref()).isEqualTo(new EntityRef("devicegroup", "g"));
    }

    @Test
    void aDevice() {
        assertThat(EntityReader.device(resource(DEVICE)))
                .isEqualTo(new Device(
                        "23a1b2c3d4e5f607",
                        "Kitchen",
                        true,
                        Instant.parse("2024-03-05T09:30:00.100Z"),
                        "aB3dE5fG7hJ9",
                        "https://agent.electricimp.com/aB3dE5fG7hJ9",
                        true,
                        Instant.parse("2024-03-05T09:29:58.020Z"),
                        Instant.parse("2024-01-20T12:00:00.000Z"),
                        "imp003",
                        "203.0.113.7",
                        "0c:2a:69:0a:1b:2c",
                        83144L,
                        -51L,
                        "1ae4c87 - release-36.13 - Wed Dec 20 10:52:30 2017 - production",
                        "59d1f0a2c3b4e5f6",
                        JANE,
                        new EntityRef("development_devicegroup", "7bd4e913-02fa-48c6-8d15-c9e6a0b3f271"),
                        new EntityRef("product", "1a8f20d4-6c37-4e0b-b1c9-52f7d3a98e04"),
                        new RawJson(DEVICE)));
    }

    @Test
    void aDeployment() {
        Deployment deployment = EntityReader.deployment(resource(DEPLOYMENT));

        assertThat(deployment)
                .isEqualTo(new Deployment(
                        "015f0a1c-8d2e-4b73-96c5-7e41d9f3b0a8",
                        "5f0e12ab34cd56ef5f0e12ab34cd56ef5f0e12ab34cd56ef5f0e12ab34cd56ef",
                        "first try",
                        "git:abc123",
                        List.of("RC1", "v1.0"),
                        false,
                        "server.log(\"hello\");",
                        "",
                        Instant.parse("2024-03-05T09:25:00.500Z"),
                        Instant.parse("2024-03-05T09:25:00.500Z"),
                        JANE,
                        JANE,
                        null,
                        new EntityRef("product", "1a8f20d4-6c37-4e0b-b1c9-52f7d3a98e04"),
                        new EntityRef("development_devicegroup", "7bd4e913-02fa-48c6-8d15-c9e6a0b3f271"),
                        new RawJson(DEPLOYMENT)));
        assertThat(deployment.name()).isEqualTo("5f0e12ab");
        assertThat(deployment.zombie()).isFalse();
    }

    @Test
    void aFlaggedDeploymentWithoutAGroup() {
        Deployment deployment = EntityReader.deployment(resource("""
                {"type":"deployment","id":"d","attributes":{"flagged":true,"tags":[7,"x"]},
                 "relationships":{"flagger":{"type":"account","id":"3f0c7a52-19d8-4b6e-9a41-0d5be2c7f610"}}}"""));

        assertThat(deployment.flagged()).isTrue();
        assertThat(deployment.flagger()).isEqualTo(JANE);
        assertThat(deployment.zombie()).isTrue();
        assertThat(deployment.tags()).containsExactly("x");
        assertThat(deployment.name()).isNull();
    }

    @Test
    void whatTheServiceRemarksOnANewDeployment() {
        CreatedDeployment created = EntityReader.createdDeployment(resource("""
                {"type":"deployment","id":"d","attributes":{},"relationships":{},
                 "meta":[{"code":"WA010","status":"200","title":"Warning","detail":"Look here.",
                   "meta":[{"type":"WARNING","file":"agent_code","row":3,"column":7,"text":"unused"}]}]}"""));

        assertThat(created.warnings())
                .containsExactly(new ApiError(
                        "200",
                        "WA010",
                        "Warning",
                        "Look here.",
                        null,
                        List.of(new CodeFinding("WARNING", CodeFinding.AGENT, 3L, 7L, "unused"))));
        assertThat(EntityReader.createdDeployment(resource(DEPLOYMENT)).warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"attributes\":null,\"relationships\":null}",
                "{\"attributes\":[],\"relationships\":7}",
                "{\"type\":7,\"id\":{},\"attributes\":{\"name\":7,\"device_online\":\"yes\",\"free_memory\":\"much\","
                        + "\"rssi\":1e99,\"created_at\":\"yesterday\",\"device_state_changed_at\":12,\"env_vars\":7},"
                        + "\"relationships\":{\"owner\":null,\"devicegroup\":{},\"product\":[]}}"
            })
    void whatIsMissingOrOddIsNull(String json) {
        Resource odd = resource(json);
        RawJson raw = new RawJson(json);

        assertThat(EntityReader.device(odd))
                .isEqualTo(new Device(
                        null, null, false, null, null, null, false, null, null, null, null, null, null, null, null,
                        null, null, null, null, raw));
        assertThat(EntityReader.product(odd)).isEqualTo(new Product(null, null, null, null, null, null, null, raw));
        assertThat(EntityReader.account(odd)).isEqualTo(new Account(null, null, null, null, null, null, raw));
        assertThat(EntityReader.deviceGroup(odd).envVars()).isEmpty();
    }

    @Test
    void theTextOfEachElementIsKeptAsItWasSent() {
        Document document =
                Document.parse("{\"links\":{\"a\":1},\"data\": [ {\"id\" : \"\\u00e9é\uD83D\uDE00\",\"x\":1.50}\n, "
                        + "null, {\"id\":\"b\" } ],\"meta\":2}");

        assertThat(document.data().stream()
                        .map(resource -> resource.raw().text())
                        .toList())
                .isEqualTo(List.of("{\"id\" : \"\\u00e9é\uD83D\uDE00\",\"x\":1.50}", "{\"id\":\"b\" }"));
        assertThat(document.other()).hasToString("{\"links\":{\"a\":1},\"meta\":2}");
    }

    @Test
    void soIsThatOfElementsFarIntoALongAnswer() {
        String element = "{\"id\":\"" + "long é ".repeat(1000) + "\"}";
        Document document = Document.parse("{\"data\":[" + (element + ",").repeat(20) + element + "]}");

        assertThat(document.data())
                .hasSize(21)
                .allSatisfy(each -> assertThat(each.raw().text()).isEqualTo(element));
    }

    private static Resource resource(String json) {
        return Document.parse("{\"data\":" + json + "}").data().get(0);
    }
}
