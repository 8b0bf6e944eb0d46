package simwright.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.lpa.ServerReport;
import simwright.rsp.http.ServerLook;
import simwright.rsp.trust.CertificateFacts;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.KnownRoot;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.TrustedRoot;

/// The report of a server check as lines and as JSON.
record ServerWords(ServerReport report, Instant now) {
  /// For a person.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(report.host() + (report.lab() ? "  (lab: test roots are believed)" : ""));
    report
        .seen()
        .ifPresent(seen -> {
          lines.add(
              line(
                  "connection",
                  seen.address() + seen.proxy().map(proxy -> " (proxy " + proxy + ")").orElse(""),
                  millis(seen.connecting()) + " ms"));
          seen.tls()
              .ifPresent(tls ->
                  lines.add(
                      line(
                          "TLS",
                          tls.version() + ", " + tls.cipher(),
                          millis(seen.handshake()) + " ms")));
        });
    report.chain().forEach(each -> lines.addAll(certificate(each)));
    report.excepted().ifPresent(use -> lines.add(line("exception", use.words())));
    report.roots().stream().filter(ServerWords::worthSaying).forEach(each -> lines.add(root(each)));
    lines.add(spoke());
    return lines;
  }

  private static String line(String what, String... values) {
    return String.format(Locale.ROOT, "  %-12s %s", what, String.join(", ", values));
  }

  private List<String> certificate(CertificateFacts facts) {
    return List.of(
        line("certificate", facts.subject()),
        line("  issued by", facts.issuer()),
        line(
            "  valid",
            facts.from() + " to " + facts.until() + " (" + facts.daysLeft(now) + " days left)"),
        line("  for hosts", facts.hosts().isEmpty() ? "none" : String.join(" ", facts.hosts())),
        line("  role", roles(facts), String.join(" ", facts.uses()), facts.curve()),
        line("  SHA-256", facts.fingerprint()));
  }

  private static String roles(CertificateFacts facts) {
    return facts.roles().isEmpty()
        ? "no role of SGP.22"
        : String.join(" ", facts.roles().stream().map(ServerWords::role).toList());
  }

  private static String role(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A test root that plays no part here says nothing to a person.
  private static boolean worthSaying(ServerReport.RootLine root) {
    boolean test = KnownRoot.of(root.keyId()).filter(KnownRoot::test).isPresent();
    return !test || root.believed() || root.carriesTls() || root.offered().orElse(false);
  }

  private static String root(ServerReport.RootLine root) {
    return line(
        "root",
        root.name() + " (" + root.keyId().hex().toLowerCase(Locale.ROOT).substring(0, 8) + "…)",
        root.origin().map(ServerWords::believed).orElse("not believed here"),
        root.offered()
                .map(offered -> offered ? "offered for signing" : "not offered for signing")
                .orElse("not asked for")
            + (root.carriesTls() ? ", TLS certificate leads to it" : ""));
  }

  private static String believed(TrustedRoot.Origin origin) {
    return switch (origin) {
      case SHIPPED -> "believed here, comes with the program";
      case FOLDER -> "believed here, from the folder of roots";
      case LAB -> "believed here, for this lab only";
    };
  }

  private String spoke() {
    return report
        .spoke()
        .map(spoke ->
            line(
                "answers",
                spoke.function()
                    + " as "
                    + (report.role() == Role.DS_TLS ? "SM-DS" : "SM-DP+")
                    + ": "
                    + spoke.wrong().map(fault -> fault.code().toString()).orElse("yes"),
                millis(spoke.answering()) + " ms"))
        .orElseGet(() ->
            line(
                "answers",
                report.untrusted().isPresent()
                    ? "not asked, as its certificate is not believed here"
                    : "not asked, as no secure connection came about"));
  }

  /// For a program.
  Map<String, Object> node() {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("host", report.host());
    node.put("kind", report.role() == Role.DS_TLS ? "sm-ds" : "sm-dp+");
    node.put("lab", report.lab());
    node.put("usable", report.usable());
    node.put("code", code(report.wrong()));
    node.put("evidence", report.wrong().flatMap(Fault::evidence).orElse(null));
    Optional<ServerLook.Seen> seen = report.seen();
    node.put("address", seen.map(ServerLook.Seen::address).orElse(null));
    node.put("proxy", seen.flatMap(ServerLook.Seen::proxy).orElse(null));
    node.put("tls", seen.flatMap(ServerLook.Seen::tls).map(ServerWords::node).orElse(null));
    node.put("certificates", report.chain().stream().map(this::node).toList());
    node.put("trusted", !report.chain().isEmpty() && report.untrusted().isEmpty());
    node.put("trustCode", code(report.untrusted()));
    node.put("exception", report.excepted().map(ServerWords::node).orElse(null));
    node.put("roots", report.roots().stream().map(ServerWords::node).toList());
    node.put("answer", report.spoke().map(this::node).orElse(null));
    Map<String, Object> times = new LinkedHashMap<>();
    times.put("connect", seen.map(each -> millis(each.connecting())).orElse(null));
    times.put("handshake", seen.map(each -> millis(each.handshake())).orElse(null));
    times.put("answer", report.spoke().map(each -> millis(each.answering())).orElse(null));
    node.put("milliseconds", times);
    return node;
  }

  private Map<String, Object> node(CertificateFacts facts) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("subject", facts.subject());
    node.put("issuer", facts.issuer());
    node.put("from", facts.from().toString());
    node.put("until", facts.until().toString());
    node.put("daysLeft", facts.daysLeft(now));
    node.put("keyId", facts.keyId().hex());
    node.put("issuerKeyId", facts.issuerKeyId().hex());
    node.put("curve", facts.curve());
    node.put("roles", facts.roles().stream().map(ServerWords::role).toList());
    node.put("uses", facts.uses());
    node.put("hosts", facts.hosts());
    node.put("oid", facts.oid().orElse(null));
    node.put("sha256", facts.fingerprint());
    return node;
  }

  private static Map<String, Object> node(HostException.Use use) {
    Map<String, Object> node = ExceptionWords.node(use.exception());
    node.put("findings", use.findings().stream().map(Object::toString).toList());
    return node;
  }

  private static Map<String, Object> node(ServerLook.Tls tls) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("version", tls.version());
    node.put("cipher", tls.cipher());
    return node;
  }

  private static Map<String, Object> node(ServerReport.RootLine root) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("keyId", root.keyId().hex());
    node.put("name", root.name());
    node.put("believed", root.believed());
    node.put(
        "origin", root.origin().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(null));
    node.put("carriesTls", root.carriesTls());
    node.put("offered", root.offered().orElse(null));
    return node;
  }

  private Map<String, Object> node(ServerReport.Spoke spoke) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("function", spoke.function());
    node.put("code", code(spoke.wrong()));
    node.put("signer", spoke.signer().map(this::node).orElse(null));
    return node;
  }

  private static @Nullable String code(Optional<Fault> fault) {
    return fault.map(each -> each.code().toString()).orElse(null);
  }

  private static long millis(Duration duration) {
    return duration.toMillis();
  }
}
