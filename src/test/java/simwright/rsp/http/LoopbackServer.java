package simwright.rsp.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import simwright.rsp.trust.Forge;
import simwright.time.Time;

/// Something on loopback that says the same to everybody: over TLS with a made-up certificate, or
/// in the clear.
final class LoopbackServer implements AutoCloseable {
  private final ServerSocket listening;
  private final byte[] answer;
  private final AtomicInteger met = new AtomicInteger();
  private volatile boolean holding;
  private volatile boolean keeping;

  private LoopbackServer(ServerSocket listening, byte[] answer, Time time) {
    this.listening = listening;
    this.answer = answer;
    var unused = time.start("loopback", this::serve);
  }

  /// Answers each caller with these bytes, in the clear.
  static LoopbackServer plain(byte[] answer, Time time) throws IOException {
    return new LoopbackServer(
        new ServerSocket(0, 8, InetAddress.getLoopbackAddress()), answer, time);
  }

  /// Answers each request with this text, over TLS.
  static LoopbackServer tls(Forge.Made shown, String answer, Time time)
      throws IOException, GeneralSecurityException {
    SSLContext context = context(shown);
    SSLServerSocket socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 8, InetAddress.getLoopbackAddress());
    return new LoopbackServer(socket, answer.getBytes(StandardCharsets.UTF_8), time);
  }

  /// TLS with a made-up certificate.
  static SSLContext context(Forge.Made shown) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    X509Certificate[] chain = {
      (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(shown.certificate().der().toArray()))
    };
    store.setKeyEntry("tls", key(shown), new char[0], chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static PrivateKey key(Forge.Made made) throws IOException, GeneralSecurityException {
    byte[] encoded =
        PrivateKeyInfoFactory.createPrivateKeyInfo(made.key().getPrivate()).getEncoded();
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  /// The same, which then says nothing more and does not hang up.
  LoopbackServer holding() {
    holding = true;
    return this;
  }

  /// The same, which answers each request of a connection for as long as the caller likes.
  LoopbackServer keeping() {
    keeping = true;
    return this;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
  }

  /// How many callers there were.
  int met() {
    return met.get();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket caller = listening.accept()) {
        met.incrementAndGet();
        InputStream in = caller.getInputStream();
        byte[] buffer = new byte[8192];
        if (keeping) {
          answerAll(caller, in, buffer);
        } else if (in.read(buffer) >= 0) {
          caller.getOutputStream().write(answer);
          caller.getOutputStream().flush();
          if (!holding) {
            caller.shutdownOutput();
          }
          drain(in, buffer);
        }
      } catch (IOException gone) {
        // a caller that does not believe the server hangs up: that is what is tested
      }
    }
  }

  /// Each request ends with the end of its JSON.
  private void answerAll(Socket caller, InputStream in, byte[] buffer) throws IOException {
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (read > 0 && buffer[read - 1] == '}') {
        caller.getOutputStream().write(answer);
        caller.getOutputStream().flush();
      }
    }
  }

  private static void drain(InputStream in, byte[] buffer) throws IOException {
    int read = in.read(buffer);
    while (read >= 0) {
      read = in.read(buffer);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
