package simwright.sim.handset;

import java.util.Locale;

/// What `getprop`, `dumpsys battery` and `dumpsys connectivity` print, release by release.
final class PhoneTexts {
  private PhoneTexts() {}

  /// Values for each slot stand in one property, with commas between.
  static String properties(Phone phone) {
    Release release = phone.release();
    boolean on = !phone.flight();
    boolean both = release == Release.ANDROID_14;
    String alpha = on ? (both ? "Simwright One,Simwright Two" : "Simwright One,") : ",";
    String numeric = on ? (both ? "00101,00102" : "00101,") : ",";
    String type =
        on
            ? switch (release) {
              case ANDROID_10 -> "LTE,Unknown";
              case ANDROID_12 -> "NR_NSA,Unknown";
              case ANDROID_14 -> "NR_SA,LTE";
            }
            : "Unknown,Unknown";
    return String.format(
        Locale.ROOT,
        """
        [gsm.network.type]: [%s]
        [gsm.operator.alpha]: [%s]
        [gsm.operator.isroaming]: [%s]
        [gsm.operator.numeric]: [%s]
        [gsm.sim.state]: [%s]
        [gsm.version.baseband]: [g670-00042-200421-B-6414611]
        [persist.sys.locale]: [de-DE]
        [persist.sys.timezone]: [Europe/Berlin]
        [%s]: [MP1.0]
        [ro.build.fingerprint]: [google/%s/test:%s/SIM.2026
        second line of a value:user/release-keys]
        [ro.build.id]: [SIM.%s.001]
        [ro.build.version.release]: [%s]
        [ro.build.version.sdk]: [%d]
        [ro.product.manufacturer]: [Google]
        [ro.product.model]: [%s]
        [ro.serialno]: [SIMHANDSET%s]
        """,
        type,
        alpha,
        both ? "false,true" : "false,false",
        numeric,
        both ? "LOADED,LOADED" : "LOADED,ABSENT",
        release == Release.ANDROID_12 ? "ro.boot.revision" : "ro.boot.hardware.revision",
        release.model(),
        release.number(),
        release.number(),
        release.number(),
        release.api(),
        release.model(),
        release.number());
  }

  static String battery(Phone phone) {
    String dock = phone.release() == Release.ANDROID_14 ? "  Dock powered: false\n" : "";
    String policy = phone.release() == Release.ANDROID_14 ? "  Charging policy: 1\n" : "";
    return String.format(
        Locale.ROOT,
        """
        Current Battery Service state:
          AC powered: false
          USB powered: true
          Wireless powered: false
        %s  Max charging current: 500000
          Max charging voltage: 5000000
          Charge counter: 2465000
          status: 2
          health: 2
          present: true
          level: %d
          scale: 100
          voltage: 4170
          temperature: 281
          technology: Li-ion
        %s\
        """,
        dock,
        phone.level(),
        policy);
  }

  static String connectivity(Phone phone) {
    if (!phone.online()) {
      return "NetworkProviders for: Telephony\n\n"
          + "Active default network: none\n\n"
          + "Current Networks:\n";
    }
    return phone.release() == Release.ANDROID_10
        ? """
        NetworkFactories for: TelephonyNetworkFactory[0]

        Active default network: 101

        Current Networks:
          NetworkAgentInfo{ ni{[type: MOBILE[LTE], state: CONNECTED/CONNECTED, reason: connected, extra: internet.example, failover: false, available: true, roaming: false]}  network{101}  nethandle{437769035790}  lp{{InterfaceName: rmnet_data0 LinkAddresses: [10.64.0.17/30,] DnsAddresses: [10.64.0.1,] Domains: null MTU: 1500 Routes: [0.0.0.0/0 -> 10.64.0.18 rmnet_data0,]}}  nc{[ Transports: CELLULAR Capabilities: SUPL&INTERNET&NOT_RESTRICTED&TRUSTED&VALIDATED LinkUpBandwidth>=51200Kbps]}  Score{50}  created lingering{false} }
        """
        : String.format(
            Locale.ROOT,
            """
            NetworkProviders for: TelephonyNetworkFactory[0]

            Active default network: 101

            Current Networks:
              NetworkAgentInfo{network{101}  handle{437769035790}  ni{MOBILE[%s] CONNECTED extra: internet.example} Score(60 ; KeepConnected : 0)   created  lp{{InterfaceName: rmnet1 LinkAddresses: [ 10.64.0.17/30,2001:db8:40::17/64 ] DnsAddresses: [ /10.64.0.1 ] Domains: null MTU: 1500 ServerAddress: /10.64.0.18 TcpBufferSizes: 2097152 Routes: [ 0.0.0.0/0 -> 10.64.0.18 rmnet1 ]}}  nc{[ Transports: CELLULAR Capabilities: SUPL&MMS&INTERNET&NOT_RESTRICTED&TRUSTED&NOT_VPN&VALIDATED Specifier: <TelephonyNetworkSpecifier [mSubId = 1]>]}}
            """,
            phone.release() == Release.ANDROID_14 ? "NR" : "LTE");
  }
}
