package simwright.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import simwright.rsp.Fields;
import simwright.rsp.Shape;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.HandleNotification;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Every message is held against a vector that this project did not make, or says that none is
/// known (`foreign-vectors.txt`).
class ForeignVectorTest {
  private static final Path CODE = Path.of("src/main/java/simwright");
  private static final Path DATA = Path.of("../shared/data");
  private static final String LIFE = "transcripts/lpac-lifecycle.apdu.jsonl";
  private static final String BOUND = "vectors/bpp-segmentation";
  private static final String NONE = "none known";

  private static Map<String, String> listed() throws IOException {
    try (var in = ForeignVectorTest.class.getResourceAsStream("/simwright/foreign-vectors.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("; ", 2))
          .collect(Collectors.toMap(row -> row[0], row -> row[1], (_, _) -> "twice", TreeMap::new));
    }
  }

  private static Map<String, String> listed(String folder) throws IOException {
    Map<String, String> all = new TreeMap<>(listed());
    all.keySet().removeIf(name -> !name.startsWith(folder));
    return all;
  }

  private static Set<String> written() throws IOException {
    Set<String> names =
        new TreeSet<>(Set.of("euicc/BoundProfilePackage", "euicc/InstallationResult"));
    for (String folder : List.of("euicc", "rsp/es9", "rsp/es2")) {
      try (Stream<Path> files = Files.list(CODE.resolve(folder))) {
        for (Path file : files.toList()) {
          String text = Files.readString(file);
          if (text.contains("implements CardRequest<") || text.contains("RemoteFunction<")) {
            names.add(folder + "/" + file.getFileName().toString().replace(".java", ""));
          }
        }
      }
    }
    return names;
  }

  @Test
  void theListHasEveryMessageAndNothingElse() throws IOException {
    assertEquals(written(), listed().keySet());
    Set<String> places = new TreeSet<>(listed().values());
    places.removeIf(place -> place.matches("[0-9A-F]+ [a-z]+"));
    assertEquals(Set.of(LIFE, BOUND, NONE), places);
  }

  @Test
  void everyFunctionOfTheCardReadsWhatIsRecordedAndNoneIsExcusedThatIsThere() throws Exception {
    assumeTrue(LifeCycle.isThere(), "the shared recording is not there");
    List<LifeCycle.Spoken> spoken = LifeCycle.read().spoken();
    Map<String, String> listed = listed("euicc/");
    for (CardRequest<?> request : Functions.all()) {
      String tag = request.request().tag().toString();
      List<LifeCycle.Spoken> said =
          spoken.stream().filter(each -> each.sent().hex().startsWith(tag)).toList();
      String name = "euicc/" + request.getClass().getSimpleName();
      assertEquals(listed.get(name).equals(LIFE), !said.isEmpty(), name);
      for (LifeCycle.Spoken each : said) {
        Object answer = request.answer(Tlv.read(each.answered()));
        assertTrue(answer != null, name);
      }
    }
    assertEquals(
        MemoryReset.everything().request().raw().hex() + " lpac", listed.get("euicc/MemoryReset"));
  }

  @Test
  void everyFunctionOfTheServerCarriesWhatIsRecorded() throws Exception {
    assumeTrue(LifeCycle.isThere(), "the shared recording is not there");
    LifeCycle life = LifeCycle.read();
    List<Tlv> server = life.sent(0xbf38).children();
    List<Tlv> bind = life.sent(0xbf21).children();
    String base64 = Files.readString(DATA.resolve(BOUND).resolve("bpp@1.txt"));
    Octets bound = Octets.of(Base64.getMimeDecoder().decode(base64));
    Map<String, Runnable> held =
        Map.of(
            "rsp/es9/InitiateAuthentication",
            () -> {
              Octets challenge = life.answered(0xbf2e).get(Tag.of(0x80)).value();
              Tlv info = life.answered(0xbf20);
              there(
                  InitiateAuthentication.FUNCTION.request(),
                  new InitiateAuthentication.Request(challenge, info, "rsp.example.com"));
              there(
                  InitiateAuthentication.FUNCTION.answer(),
                  new InitiateAuthentication.Answer(
                      "A7", server.get(0), server.get(1), server.get(2), server.get(3)));
            },
            "rsp/es9/AuthenticateClient",
            () -> {
              there(
                  AuthenticateClient.FUNCTION.request(),
                  new AuthenticateClient.Request("A7", life.answered(0xbf38)));
              assertEquals(0x30, bind.get(0).tag().value());
            },
            "rsp/es9/GetBoundProfilePackage",
            () -> {
              there(
                  GetBoundProfilePackage.FUNCTION.request(),
                  new GetBoundProfilePackage.Request("A7", life.answered(0xbf21)));
              there(
                  GetBoundProfilePackage.FUNCTION.answer(),
                  new GetBoundProfilePackage.Answer("A7", bound));
            },
            "rsp/es9/HandleNotification",
            () ->
                life.said(Tag.of(0xbf2b)).stream()
                    .flatMap(
                        each -> Tlv.read(each.answered()).get(Tag.of(0xa0)).children().stream())
                    .forEach(each ->
                        there(
                            HandleNotification.FUNCTION.request(),
                            new HandleNotification.Request(each))));
    Set<String> known = new TreeSet<>();
    listed("rsp/")
        .forEach((name, place) -> known.addAll(place.equals(NONE) ? Set.of() : Set.of(name)));
    assertEquals(known, new TreeSet<>(held.keySet()));
    held.values().forEach(Runnable::run);
  }

  /// Written and read again, as it goes over the wire, it is the same.
  private static <T> void there(Shape<T> shape, T message) {
    Fields written = Fields.read(shape.write(message).write());
    assertEquals(message, shape.read(written));
  }
}
