package simwright.rsp.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.RspCodes;
import simwright.rsp.trust.Forge.Made;

/// An exception is for one host and one certificate until a time, and for nothing that a person
/// cannot judge.
class HostExceptionTest {
  private static final String HOST = "smdp.example.test";
  private static final Instant LATER = Forge.NOW.plus(Duration.ofDays(7));
  private static final Made ROOT = Forge.root("CN=CI").make();
  private static final Made STRANGER = Forge.root("CN=Stranger").make();

  /// Those that are excepted, and each use of them.
  private static final class Kept implements Exceptions {
    private final List<HostException> all;
    private final List<HostException.Use> uses = new ArrayList<>();
    private int asked;

    Kept(HostException... all) {
      this.all = List.of(all);
    }

    @Override
    public List<HostException> all() {
      asked++;
      return all;
    }

    @Override
    public void used(HostException.Use use) {
      uses.add(use);
    }
  }

  private static HostException of(Certificate certificate) {
    return HostException.asked(HOST, certificate.fingerprint(), LATER, "a test", Forge.NOW);
  }

  private static TlsServer server(Exceptions exceptions) {
    return new TlsServer(HOST, Role.DP_TLS, new Trust(List.of(ROOT.certificate())), exceptions);
  }

  private static FaultCode refused(Exceptions exceptions, Certificate shown, Instant at) {
    return assertThrows(Fault.class, () -> server(exceptions).believe(shown, at)).code();
  }

  @Test
  void whatAPersonCanJudgeIsBelievedAndEachUseIsTold() {
    Certificate ended = Forge.tls(ROOT, HOST).days(-30, -1).certificate();
    Certificate unknown = Forge.tls(STRANGER, HOST).certificate();
    Certificate other = Forge.tls(ROOT, "other.example.test").certificate();
    Certificate all = Forge.tls(STRANGER, "other.example.test").days(-30, -1).certificate();
    Kept kept = new Kept(of(ended), of(unknown), of(other), of(all));
    assertEquals(List.of(TrustCodes.EXPIRED), findings(kept, ended));
    assertEquals(List.of(TrustCodes.ROOT), findings(kept, unknown));
    assertEquals(List.of(TrustCodes.HOST), findings(kept, other));
    assertEquals(
        List.of(TrustCodes.ROOT, TrustCodes.EXPIRED, TrustCodes.HOST), findings(kept, all));
    assertEquals(4, kept.uses.size());
    String words = kept.uses.getFirst().words();
    assertTrue(words.contains(HOST) && words.contains("it has ended"), words);
    assertTrue(words.contains(LATER.toString()) && words.contains("a test"), words);
  }

  private static List<FaultCode> findings(Kept kept, Certificate shown) {
    return server(kept).believe(shown, Forge.NOW).orElseThrow().findings();
  }

  @Test
  void nothingIsAskedForWhereNothingIsWrong() {
    Certificate right = Forge.tls(ROOT, HOST).certificate();
    Kept kept = new Kept(of(right));
    assertEquals(Optional.empty(), server(kept).believe(right, Forge.NOW));
    assertEquals(0, kept.asked);
    assertEquals(List.of(), kept.uses);
  }

  @Test
  void anotherCertificateAnotherHostAndALaterTimeAreRefused() {
    Certificate ended = Forge.tls(ROOT, HOST).days(-30, -1).certificate();
    Certificate again = Forge.tls(ROOT, HOST).days(-30, -1).certificate();
    Kept kept = new Kept(of(ended));
    assertEquals(TrustCodes.EXPIRED, refused(kept, again, Forge.NOW));
    assertEquals(TrustCodes.EXPIRED, refused(kept, ended, LATER));
    assertEquals(TrustCodes.EXPIRED, refused(new Kept(), ended, Forge.NOW));
    TlsServer other =
        new TlsServer(
            "other.example.test", Role.DP_TLS, new Trust(List.of(ROOT.certificate())), kept);
    Fault fault = assertThrows(Fault.class, () -> other.believe(ended, Forge.NOW));
    assertEquals(TrustCodes.EXPIRED, fault.code());
    assertEquals(List.of(), kept.uses);
  }

  @TestFactory
  Stream<DynamicTest> whatNobodyCanJudgeIsRefusedWithAnExceptionToo() {
    return Stream.of(
            new Bent(TrustCodes.NOT_YET, Forge.tls(ROOT, HOST).days(1, 30)),
            new Bent(TrustCodes.SIGNATURE, Forge.tls(ROOT, HOST).signedBy(STRANGER.key())),
            new Bent(TrustCodes.ISSUER, Forge.tls(ROOT, HOST).issuedBy("CN=Else")),
            new Bent(TrustCodes.KEY_ID, Forge.tls(ROOT, HOST).withoutIssuerKeyId()),
            new Bent(TrustCodes.ROLE, Forge.under(STRANGER, Role.DP_AUTH, "CN=a").hosts(HOST)),
            new Bent(TrustCodes.KEY_USAGE, Forge.tls(ROOT, HOST).usage(KeyUsage.keyAgreement)),
            new Bent(TrustCodes.EXTENSION, Forge.tls(ROOT, HOST).critical("2.999.1")),
            new Bent(TrustCodes.CURVE, Forge.tls(ROOT, HOST).key(Forge.key("P-384"))),
            new Bent(
                TrustCodes.EXTENDED_USAGE,
                Forge.tls(STRANGER, HOST).purposes(KeyPurposeId.id_kp_clientAuth)))
        .map(bent -> DynamicTest.dynamicTest(bent.code().toString(), () -> bent.refused()));
  }

  private record Bent(FaultCode code, Forge forge) {
    void refused() {
      Certificate shown = forge.certificate();
      Kept kept = new Kept(of(shown));
      assertEquals(code, HostExceptionTest.refused(kept, shown, Forge.NOW));
      assertEquals(List.of(), kept.uses);
    }
  }

  @Test
  void whatWasTakenBackIsRefusedWithAnExceptionToo() {
    Made shown = Forge.tls(ROOT, HOST).days(-30, -1).make();
    Revocations list =
        Revocations.read(Forge.revoking(ROOT, ROOT.key(), shown.certificate()), ROOT.certificate());
    Trust trust = new Trust(List.of(ROOT.certificate()), List.of(list));
    Kept kept = new Kept(of(shown.certificate()));
    TlsServer server = new TlsServer(HOST, Role.DP_TLS, trust, kept);
    Fault fault = assertThrows(Fault.class, () -> server.believe(shown.certificate(), Forge.NOW));
    assertEquals(TrustCodes.REVOKED, fault.code());
  }

  @Test
  void aCertificateForSigningIsNeverExcepted() {
    Certificate ended = Forge.under(ROOT, Role.DP_AUTH, "CN=a").days(-30, -1).certificate();
    Trust trust = new Trust(List.of(ROOT.certificate()));
    Fault fault = assertThrows(Fault.class, () -> trust.verify(ended, Role.DP_AUTH, Forge.NOW));
    assertEquals(TrustCodes.EXPIRED, fault.code());
  }

  @Test
  void aUseThatCannotBeRecordedIsNone() {
    Certificate ended = Forge.tls(ROOT, HOST).days(-30, -1).certificate();
    Exceptions full =
        new Exceptions() {
          @Override
          public List<HostException> all() {
            return List.of(of(ended));
          }

          @Override
          public void used(HostException.Use use) {
            throw new Fault(RspCodes.CUT, "recording it", "the log");
          }
        };
    assertEquals(RspCodes.CUT, refused(full, ended, Forge.NOW));
  }

  @Test
  void whatCannotBeAnExceptionIsRefusedWithAReason() {
    String hex = "ab".repeat(32);
    wrong("64 hex digits", HOST, "abcd", LATER, "why");
    wrong("is over already", HOST, hex, Forge.NOW, "why");
    wrong("31 days", HOST, hex, Forge.NOW.plus(Duration.ofDays(32)), "why");
    wrong("a reason", HOST, hex, LATER, "  ");
    wrong("a reason", HOST, hex, LATER, "x".repeat(201));
    Fault name =
        assertThrows(
            Fault.class, () -> HostException.asked("a host", hex, LATER, "why", Forge.NOW));
    assertEquals(RspCodes.NAME, name.code());
    String colons = "AB:".repeat(31) + "ab";
    HostException asked =
        HostException.asked("SMDP.Example.test", colons, LATER, " why ", Forge.NOW);
    assertEquals(new HostException(HOST, "AB".repeat(32), LATER, "why"), asked);
  }

  private static void wrong(String said, String host, String hex, Instant until, String why) {
    Fault fault =
        assertThrows(Fault.class, () -> HostException.asked(host, hex, until, why, Forge.NOW));
    assertEquals(TrustCodes.EXCEPTION, fault.code());
    assertTrue(fault.evidence().orElse("").contains(said), fault.evidence().orElse(""));
  }
}
