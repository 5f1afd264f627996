package io.impsh.api;

import io.impsh.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed: the authorities that the JVM knows and those of a file. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    /** @throws UserException {@code BAD_CA_FILE} when there are no certificates in PEM in it */
    static X509TrustManager with(Path caFile) {
        Collection<? extends Certificate> added = certificates(caFile);
        try {
            List<Certificate> all = new ArrayList<>(List.of(manager(null).getAcceptedIssuers()));
            all.addAll(added);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry("authority-" + i, all.get(i));
            }
            return manager(store);
        } catch (GeneralSecurityException | IOException failure) {
            throw bad(caFile, "cannot be used: " + failure.getMessage(), failure);
        }
    }

    /** The JVM's own for {@code null}. */
    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static Collection<? extends Certificate> certificates(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
            if (found.isEmpty() || !found.stream().allMatch(X509Certificate.class::isInstance)) {
                throw bad(file, "has no certificate in it", null);
            }
            return found;
        } catch (IOException unreadable) {
            throw bad(file, Files.exists(file) ? "cannot be read" : "does not exist", unreadable);
        } catch (CertificateException malformed) {
            throw bad(file, "has no certificate in PEM form in it", malformed);
        }
    }

    private static UserException bad(Path file, String problem, Throwable cause) {
        return new UserException(
                "BAD_CA_FILE",
                "the file of trusted authorities " + file + " " + problem,
                "ca_file of the profile names a file with certificates in PEM form (-----BEGIN CERTIFICATE-----)",
                cause);
    }
}
