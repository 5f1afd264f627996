package io.impsh.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An authority of one's own, and servers' certificates made by it. */
public final class Certificates {
    private final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Private cloud")
            .build();

    /** Its certificate in PEM, with another one before it, as such files have. */
    public Path caFile(Path folder) throws IOException {
        HeldCertificate other =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        return Files.writeString(folder.resolve("ca.pem"), other.certificatePem() + authority.certificatePem());
    }

    /** For a server of that name. */
    public SSLSocketFactory server(String host) {
        return server(
                host, Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(1)));
    }

    SSLSocketFactory server(String host, Instant from, Instant until) {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName(host)
                .addSubjectAlternativeName(host)
                .validityInterval(from.toEpochMilli(), until.toEpochMilli())
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory();
    }
}
