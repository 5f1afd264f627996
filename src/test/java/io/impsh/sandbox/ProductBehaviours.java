package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Section E: products. */
final class ProductBehaviours {
    private static final String DUPLICATE = "409 CX001 Duplicate Resource: Products must have unique names.";

    private ProductBehaviours() {}

    static List<Behaviour> all() {
        return List.of(
                new Behaviour("row 37: names and descriptions", ProductBehaviours::attributes),
                new Behaviour("row 38: unique names", ProductBehaviours::unique),
                new Behaviour("row 39: owner", ProductBehaviours::owner),
                new Behaviour("row 40: update without attributes", ProductBehaviours::emptyUpdate),
                new Behaviour("row 41: delete with groups", ProductBehaviours::deleteWithGroups),
                new Behaviour("row 41: delete with zombies", ProductBehaviours::deleteWithZombies),
                new Behaviour("row 42: name free after deletion", ProductBehaviours::delete),
                new Behaviour("seed: the products of a fresh sandbox", ProductBehaviours::seed),
                new Behaviour(
                        "strict: unknown keys and missing fields",
                        Scene.options().withStrict(true),
                        ProductBehaviours::strict),
                new Behaviour("lenient: unknown keys are ignored", ProductBehaviours::lenient));
    }

    private static void attributes(Scene scene) {
        String longest = "x".repeat(80);
        assertThat(scene.createProduct("{'name': '%s'}".formatted(longest))
                        .expect(201)
                        .attribute("description")
                        .isNull())
                .isTrue();
        String name = "400 VX001 Invalid Attribute: The attribute name must be a text of 1 to 80 characters.";
        scene.createProduct("{'name': '%sx'}".formatted(longest)).expectError(400, name);
        scene.createProduct("{'name': ''}").expectError(400, name);
        scene.createProduct("{'name': null}").expectError(400, name);
        scene.createProduct("{'name': 7}").expectError(400, name);
        scene.createProduct("{}").expectError(400, "400 VX001 Invalid Attribute: The attribute name is required.");
        Answer empty = scene.createProduct("{'name': 'a', 'description': ''}").expect(201);
        assertThat(empty.attribute("description").stringValue()).isEmpty();
        scene.createProduct("{'name': 'b', 'description': '%s'}".formatted("y".repeat(255)))
                .expect(201);
        scene.createProduct("{'name': 'c', 'description': '%s'}".formatted("y".repeat(256)))
                .expectError(400, "400 VX001 Invalid Attribute: The attribute description may have 255 characters.");
    }

    private static void unique(Scene scene) {
        scene.createProduct("{'name': 'Thermostat'}").expectError(409, DUPLICATE);
        Answer other = scene.createProduct("{'name': 'thermostat'}").expect(201);
        rename(scene, other.id(), "Thermostat").expectError(409, DUPLICATE);
        rename(scene, other.id(), "thermostat").expect(200);
        // Another owner's name is no obstacle.
        scene.createProduct("{'name': 'Pump'}").expect(201);
    }

    private static Answer rename(Scene scene, String product, String name) {
        return scene.patch(
                "/products/" + product,
                "{'data': {'type': 'product', 'id': '%s', 'attributes': {'name': '%s'}}}".formatted(product, name));
    }

    private static void owner(Scene scene) {
        String partner = scene.get("/accounts").ids().get(1);
        owned(scene, "Mine", scene.me()).expect(201);
        owned(scene, "Theirs", partner)
                .expectError(403, "403 PX300 Invalid Permission: You may not create products for another account.");
        Answer theirs = scene.get("/products?filter%5Bowner.id%5D=" + partner);
        assertThat(theirs.names()).containsExactly("Pump");
        assertThat(scene.get("/products?filter%5Bowner.id%5D=nobody").ids()).isEmpty();
    }

    private static Answer owned(Scene scene, String name, String owner) {
        return scene.post("/products", """
                {'data': {'type': 'product', 'attributes': {'name': '%s'},
                 'relationships': {'owner': {'type': 'account', 'id': '%s'}}}}""".formatted(name, owner));
    }

    private static void emptyUpdate(Scene scene) {
        String path = "/products/" + scene.product("Thermostat");
        Answer before = scene.get(path);
        for (String attributes : List.of("{}", "null")) {
            Answer after = scene.patch(path, "{'data': {'type': 'product', 'attributes': %s}}".formatted(attributes));
            assertThat(after.expect(200).text()).isEqualTo(before.text());
        }
    }

    private static void deleteWithGroups(Scene scene) {
        scene.delete("/products/" + scene.product("Thermostat"))
                .expectError(
                        409,
                        "409 CX002 Dependent Devicegroups Exist: Cannot delete a product with associated devicegroups.");
        assertThat(scene.get("/products").names()).containsExactly("Thermostat", "Tracker", "Pump");
    }

    private static void deleteWithZombies(Scene scene) {
        String product = scene.createProduct("{'name': 'Valve'}").expect(201).id();
        String group = scene.createGroup("development_devicegroup", product, "{'name': 'valves'}")
                .id();
        String zombie = scene.deploy("valves", "", "").expect(201).id();
        scene.delete("/devicegroups/" + group).expect(204);
        scene.delete("/products/" + product).expect(204);
        scene.get("/deployments/" + zombie).expect(200);
    }

    private static void delete(Scene scene) {
        String id = scene.createProduct("{'name': 'Valve'}").expect(201).id();
        scene.delete("/products/" + id).expect(204);
        scene.get("/products/" + id).expectCode(404, "NF001");
        scene.delete("/products/" + id).expectCode(404, "NF001");
        scene.createProduct("{'name': 'Valve'}").expect(201);
    }

    private static void seed(Scene scene) {
        Answer products = scene.get("/products");
        assertThat(products.names()).containsExactly("Thermostat", "Tracker", "Pump");
        String url = scene.sandbox.baseUrl() + "/products/";
        assertThat(products.data().get(0).toString()).isEqualTo("""
                        {'type':'product','id':'ID','links':{'self':'URL'},'attributes':{'name':'Thermostat',\
                        'description':'Second generation','created_at':'2024-03-08T18:37:04.527Z',\
                        'updated_at':'2024-03-08T18:37:04.527Z'},'relationships':{'owner':{'type':'account',\
                        'id':'ME'},'creator':{'type':'account','id':'ME'}}}""".replace('\'', '"')
                .replace("URL", url + "ID")
                .replace("ID", products.ids().get(0))
                .replace("ME", scene.me()));
    }

    private static void strict(Scene scene) {
        scene.createProduct("{'name': 'a', 'colour': 'red'}")
                .expectError(
                        400, "400 VX001 Invalid Attribute: There is no 'colour' here; known are name, description.");
        scene.post("/products", "{'data': {'attributes': {'name': 'a'}}}")
                .expectError(400, "400 VX001 Invalid Attribute: The type is required and must be a text.");
        scene.post("/products", "{'data': {'type': 'product', 'attributes': {'name': 'a'}}, 'more': 1}")
                .expectCode(400, "VX001");
        String id = scene.createProduct("{'name': 'a'}").expect(201).id();
        scene.patch("/products/" + id, "{'data': {'type': 'product', 'attributes': {}}}")
                .expectError(400, "400 VX001 Invalid Attribute: The id must be the one in the path.");
        rename(scene, id, "b").expect(200);
    }

    private static void lenient(Scene scene) {
        Answer created = scene.post(
                        "/products", "{'data': {'attributes': {'name': 'a', 'colour': 'red'}, 'x': 1}, 'y': 2}")
                .expect(201);
        assertThat(created.data().path("attributes").propertyNames())
                .containsExactly("name", "description", "created_at", "updated_at");
        scene.post("/products", "{'data': {'type': 'device', 'attributes': {'name': 'b'}}}")
                .expectError(400, "400 VX001 Invalid Attribute: The type must be product, not device.");
    }
}
