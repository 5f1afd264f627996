package io.impsh.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Endpoint;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ConfigTextTest {
    private static final URI OWN = URI.create("https://imp.example.com/v5");

    @Test
    void aNewProfileComesToTheEnd() {
        assertThat(ConfigText.withEndpoint("", "lab", OWN)).isEqualTo("""
                [profiles.lab]
                endpoint = "https://imp.example.com/v5"
                """);
        assertThat(ConfigText.withEndpoint("default = \"acme\" # mine\n\n[profiles.acme]\n", "lab", Endpoint.AZURE))
                .isEqualTo("""
                default = "acme" # mine

                [profiles.acme]

                [profiles.lab]
                cloud = "azure"
                """);
    }

    @Test
    void commentsOrderAndOtherKeysStay() {
        assertThat(ConfigText.withEndpoint("""
                # my profiles
                [profiles.lab]  # the old one
                production = true
                cloud = "aws"   # until spring

                # next
                [ profiles . "acme" ]
                endpoint='https://old.example.com'
                """, "lab", OWN)).isEqualTo("""
                # my profiles
                [profiles.lab]  # the old one
                endpoint = "https://imp.example.com/v5"   # until spring
                production = true

                # next
                [ profiles . "acme" ]
                endpoint='https://old.example.com'
                """);
    }

    @Test
    void aQuotedHeaderIsFoundAndLineEndsStay() {
        assertThat(ConfigText.withEndpoint("[ profiles . \"acme\" ]\r\ncloud = \"azure\"\r\n", "acme", Endpoint.AWS))
                .isEqualTo("[ profiles . \"acme\" ]\r\ncloud = \"aws\"\r\n");
    }
}
