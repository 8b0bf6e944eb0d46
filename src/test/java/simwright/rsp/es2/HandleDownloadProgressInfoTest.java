package simwright.rsp.es2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;
import simwright.rsp.Fields;
import simwright.rsp.RspCodes;
import simwright.rsp.Status;
import simwright.rsp.es2.HandleDownloadProgressInfo.Point;
import simwright.rsp.es2.HandleDownloadProgressInfo.Request;
import simwright.tlv.Octets;

/// The fields are those of SGP.22 clause 6.5.2.5.
class HandleDownloadProgressInfoTest {
  private static final String TOLD =
      """
      {"header":{"functionRequesterIdentifier":"2.999.10","functionCallIdentifier":"T-1"},
       "eid":"89044050001234567890123456789012","iccid":"8988211000000900011",
       "profileType":"PROD","timestamp":"2026-03-01T10:20:30Z","notificationPointId":POINT,
       "notificationPointStatus":{"status":"Failed",
         "statusCodeData":{"subjectCode":"8.2.7","reasonCode":"3.8","message":"wrong"}}}
      """;

  private static Request read(String text) {
    return HandleDownloadProgressInfo.FUNCTION.request().read(Fields.read(text));
  }

  @Test
  void whatAServerTellsIsRead() {
    Request told = read(TOLD.replace("POINT", "2"));
    assertEquals(new Caller("2.999.10", "T-1"), told.caller());
    assertEquals(Optional.of("89044050001234567890123456789012"), told.eid());
    assertEquals("8988211000000900011", told.iccid());
    assertEquals("PROD", told.profileType());
    assertEquals(Instant.parse("2026-03-01T10:20:30Z"), told.at());
    assertEquals(Point.CONFIRMATION_FAILURE, told.point());
    assertEquals("es2+/8.2.7-3.8", told.status().reason().orElseThrow().fault("es2+").toString());
    assertEquals(Optional.empty(), told.result());
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Request told =
        new Request(
            new Caller("2.999.10", "T-2"),
            Optional.empty(),
            "8988211000000900011",
            "PROD",
            Instant.parse("2026-03-01T10:20:30Z"),
            Point.PACKAGE_INSTALLATION,
            Status.done(),
            Optional.of(Octets.hex("BF3700")));
    Fields written = HandleDownloadProgressInfo.FUNCTION.request().write(told);
    assertEquals(4, written.number("notificationPointId"));
    assertEquals(told, read(written.write()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "\"2\"", "2.5", "null"})
  void aPointThatIsNoneIsRefused(String number) {
    Fault wrong = assertThrows(Fault.class, () -> read(TOLD.replace("POINT", number)));
    assertEquals(RspCodes.MESSAGE, wrong.code());
    assertEquals("the field notificationPointId", wrong.where());
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    String text = TOLD.replace("POINT", "1").replace("T10:20:30Z", " soon");
    assertEquals("the field timestamp", assertThrows(Fault.class, () -> read(text)).where());
  }

  @Test
  void itIsAnsweredWithoutABody() {
    assertEquals(
        "/gsma/rsp2/es2plus/handleDownloadProgressInfo",
        HandleDownloadProgressInfo.FUNCTION.path());
    assertEquals(false, HandleDownloadProgressInfo.FUNCTION.bodied());
  }
}
