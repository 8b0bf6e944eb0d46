package simwright.at.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Radio conditions with the values they must give. The lines' shapes come from the collected
/// replies (single lines of several public repositories, identifiers changed).
class RadioVectorTest {
  private static Radio radio(String command, String... lines) {
    return Commands.radio(command).orElseThrow().parse(List.of(lines)).orElseThrow();
  }

  private static void check(
      Radio radio, String technology, Double rssi, Double rsrp, Double rsrq, Double sinr) {
    assertEquals(Optional.ofNullable(technology), radio.technology());
    close(rssi, radio.rssiDbm());
    close(rsrp, radio.rsrpDbm());
    close(rsrq, radio.rsrqDb());
    close(sinr, radio.sinrDb());
  }

  private static void close(Double expected, Optional<Double> actual) {
    assertEquals(expected == null, actual.isEmpty(), actual.toString());
    if (expected != null) {
      assertEquals(expected, actual.orElseThrow(), 0.001);
    }
  }

  @Test
  void quectelCellsOfEveryTechnology() {
    String cell = "AT+QENG=\"servingcell\"";
    Radio lte =
        radio(
            cell,
            "+QENG:"
                + " \"servingcell\",\"NOCONN\",\"LTE\",\"FDD\",001,01,1452808,315,5035,12,2,2,3AFD,-104,-11,-78,12,20");
    check(lte, "LTE", -78.0, -104.0, -11.0, 12.0);
    assertEquals(Optional.of("B12"), lte.band());
    assertEquals(Optional.of("1452808"), lte.cell());
    Radio nr =
        radio(
            cell,
            "+QENG:"
                + " \"servingcell\",\"CONNECT\",\"NR5G-SA\",\"TDD\",001,01,1A2B3C00D,702,00A1B2,633984,78,100,-89,-8,15,18,34,1");
    check(nr, "NR5G-SA", null, -89.0, -8.0, 15.0);
    assertEquals(Optional.of("n78"), nr.band());
    check(radio(cell, "+QENG: \"servingcell\",\"SEARCH\""), null, null, null, null, null);
    Radio dual =
        radio(
            cell,
            "+QENG: \"servingcell\",\"NOCONN\"",
            "+QENG: \"LTE\",\"FDD\",001,01,1452808,315,5035,12,2,2,3AFD,-104,-11,-78,12,20",
            "+QENG: \"NR5G-NSA\",001,01,315,-90,14,-11,633984,78");
    check(dual, "LTE", -78.0, -104.0, -11.0, 12.0);
    Radio second = radio(cell, "+QENG: \"NR5G-NSA\",001,01,315,-90,14,-11,633984,78");
    check(second, "NR5G-NSA", null, -90.0, -11.0, 14.0);
    Radio umts =
        radio(
            cell, "+QENG: \"servingcell\",\"NOCONN\",\"WCDMA\",001,01,2D18,66786,10688,1,5,-80,-4");
    check(umts, "WCDMA", -80.0, null, null, null);
    Radio gsm =
        radio(
            cell, "+QENG: \"servingcell\",\"NOCONN\",\"GSM\",001,01,2D18,83BA,10,71,1,-61,255,255");
    check(gsm, "GSM", -61.0, null, null, null);
  }

  @Test
  void simcomCellsOfEveryTechnology() {
    check(
        radio(
            "AT+CPSI?",
            "+CPSI: LTE,Online,001-01,0x7496,251941991,203,EUTRAN-BAND8,3740,3,3,-92,-672,-418,14"),
        "LTE",
        -41.8,
        -67.2,
        -9.2,
        14.0);
    check(radio("AT+CPSI?", "+CPSI: NO SERVICE,Online"), null, null, null, null, null);
    check(
        radio(
            "AT+CPSI?",
            "+CPSI: WCDMA,Online,001-01,0x2D18,66786,WCDMA 2100,10688,1,0,-4,-80,1,2,3"),
        "WCDMA",
        -80.0,
        null,
        null,
        null);
    check(
        radio("AT+CPSI?", "+CPSI: GSM,Online,001-01,0x2D18,63905,81 EGSM 900,-64,2110,40-40"),
        "GSM",
        -64.0,
        null,
        null,
        null);
    check(
        radio(
            "AT+CPSI?",
            "+CPSI: NR5G_SA,Online,001-01,0x2D18,63905,702,NR5G_BAND78,633984,-890,-80,150"),
        "NR5G_SA",
        null,
        -89.0,
        -8.0,
        15.0);
  }

  @Test
  void telitCells() {
    check(
        radio(
            "AT#RFSTS",
            "#RFSTS: \"001"
                + " 01\",66786,-101,-68,-13,2D18,255,,640,1,0,3089F02,\"001010123456789\",\"Net\",3,66"),
        "LTE",
        -68.0,
        -101.0,
        -13.0,
        null);
    check(
        radio(
            "AT#RFSTS",
            "#RFSTS: \"204 04\",1001,-80,00DE,01,5,19,10,2,9878,\"001010123456789\",\"net\",1,2"),
        "GSM",
        -80.0,
        null,
        null,
        null);
    check(
        radio("AT#SERVINFO", "#SERVINFO: 66786,-68,\"Net\",\"00101\",3089F02,2D18,640,3,-101"),
        "LTE",
        -68.0,
        -101.0,
        null,
        null);
  }

  @Test
  void cinterionCellsOfEveryTechnology() {
    check(
        radio("AT^SMONI", "^SMONI: 4G,6300,20,10,10,FDD,001,01,BF75,0345103,350,33,-94,-7,NOCONN"),
        "LTE",
        null,
        -94.0,
        -7.0,
        null);
    check(
        radio("AT^SMONI", "^SMONI: 3G,10564,296,-7.5,-79,001,01,0143,00228FF,-92,-78,NOCONN"),
        "UMTS",
        -79.0,
        null,
        null,
        null);
    check(
        radio("AT^SMONI", "^SMONI: 2G,71,-61,001,01,0143,83BA,33,33,3,6,G,NOCONN"),
        "GSM",
        -61.0,
        null,
        null,
        null);
    check(radio("AT^SMONI", "^SMONI: 4G,SEARCH"), "LTE", null, null, null, null);
    check(radio("AT^SMONI", "^SMONI: Searching,x"), null, null, null, null, null);
    check(radio("AT^SMONI", "^SMONI: 2G,SEARCH"), "GSM", null, null, null, null);
    check(radio("AT^SMONI", "^SMONI: 3G,SEARCH"), "UMTS", null, null, null, null);
  }

  @Test
  void huaweiAndNordicCells() {
    check(radio("AT^HCSQ?", "^HCSQ: \"LTE\",46,55,146,26"), "LTE", -75.0, -86.0, -7.0, 9.0);
    check(radio("AT^HCSQ?", "^HCSQ: \"NOSERVICE\""), null, null, null, null, null);
    check(radio("AT^HCSQ?", "^HCSQ: \"WCDMA\",30,30,58"), "WCDMA", -91.0, null, null, null);
    check(
        radio("AT^MONSC", "^MONSC: LTE,001,01,1300,1C36403,246,BFF,-93,-11,-61"),
        "LTE",
        -61.0,
        -93.0,
        -11.0,
        null);
    check(radio("AT^MONSC", "^MONSC: NONE"), null, null, null, null, null);
    check(
        radio("AT^MONSC", "^MONSC: GSM,001,01,3,71,10,83BA,2D18,-61,3"),
        "GSM",
        -61.0,
        null,
        null,
        null);
    check(
        radio("AT^MONSC", "^MONSC: WCDMA,001,01,10688,1,66786,2D18,-80,1"),
        "UMTS",
        -80.0,
        null,
        null,
        null);
    check(
        radio(
            "AT%XMONITOR",
            "%XMONITOR:"
                + " 1,\"Net\",\"Net\",\"00101\",\"0A1B\",7,20,\"0001A2B3\",123,6400,52,20,\"\",\"11100000\""),
        "LTE",
        null,
        -89.0,
        null,
        -5.0);
    check(radio("AT%XMONITOR", "%XMONITOR: 90"), null, null, null, null, null);
  }

  @Test
  void fibocomLinesWithoutPrefix() {
    check(
        radio(
            "AT+GTCCINFO?",
            "+GTCCINFO: ",
            "1,4,001,01,1A2B,0012345AB,100,42,103,,-7,29,29,4",
            "2,4,,,FFFF,00FFFFFFF,9460,71,,43,43,10"),
        "LTE",
        null,
        -112.0,
        -18.0,
        -7.0);
    check(radio("AT+GTCCINFO?", "+GTCCINFO: "), null, null, null, null, null);
    check(
        radio("AT+GTCCINFO?", "1,9,001,01,1A2B,0012345AB,633984,42,5078,,15,68,68,71"),
        "NR",
        null,
        -89.0,
        -8.0,
        15.0);
    check(
        radio("AT+GTCCINFO?", "1,2,001,01,1A2B,0012345AB,10688,42,1,,0,41,41,4"),
        "UMTS",
        -80.0,
        null,
        null,
        null);
  }

  @Test
  void sierraTables() {
    Radio sierra =
        radio(
            "AT!GSTATUS?",
            "!GSTATUS: ",
            "Current Time:  22016\t\tTemperature: 40",
            "System mode:   LTE        \tPS state:    Attached     ",
            "LTE band:      B2     \t\tLTE bw:      20 MHz  ",
            "PCC RxM RSSI:  -45\t\tRSRP (dBm):  -81",
            "SINR (dB):     12.2");
    check(sierra, "LTE", -45.0, -81.0, null, 12.2);
    assertEquals(Optional.of("B2"), sierra.band());
    check(
        radio("AT!GSTATUS?", "System mode:   LTE", "PCC RxM RSSI:  -87\t\tPCC RxM RSRP:  -119"),
        "LTE",
        -87.0,
        -119.0,
        null,
        null);
    Radio nr =
        radio(
            "AT!GSTATUS?",
            "NR5G band:       n78       \t\tNR5G Carrier ID: 0",
            "NR5G RSRP (dBm): -104        NR5G RSRQ (dB):  -15");
    check(nr, "NR", null, -104.0, -15.0, null);
    assertTrue(new ReadSierraStatus().parse(List.of("nonsense")).isEmpty());
  }

  @Test
  void ubloxCells() {
    check(
        radio(
            "AT+UCGED?", "+UCGED: 5", "+RSRP: 162,5110,\"-075.00\"", "+RSRQ: 162,5110,\"-14.20\""),
        "LTE",
        null,
        -75.0,
        -14.2,
        null);
    check(
        radio(
            "AT+UCGED?",
            "+UCGED: 2",
            "6,4,001,01",
            "2525,5,25,50,2b67,69f6bc7,111,0,ffff,ff,67,19,0.00,255"),
        "LTE",
        null,
        -74.0,
        -10.5,
        0.0);
    check(radio("AT+UCGED?", "+UCGED: 0"), null, null, null, null, null);
  }
}
