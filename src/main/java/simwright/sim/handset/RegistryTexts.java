package simwright.sim.handset;

import java.util.Locale;

/// What `dumpsys telephony.registry` prints, release by release: the same facts under the same
/// keys, in other places and with other neighbours.
final class RegistryTexts {
  private static final int NONE = Integer.MAX_VALUE;

  private RegistryTexts() {}

  static String registry(Phone phone) {
    String first = phone(phone, 0);
    String second = phone(phone, 1);
    String tail =
        phone.release() == Release.ANDROID_10
            ? "mPreciseDataConnectionState=null\nlisteners:\n"
            : "  mCarrierRoamingNtnMode=false\n  mDefaultDataSubId=1\nlocal logs:\n  x: y=z\n";
    return "last known state:\n" + first + second + tail;
  }

  private static String phone(Phone phone, int slot) {
    boolean served = !phone.flight() && (slot == 0 || phone.release() == Release.ANDROID_14);
    boolean data = served && slot == 0 && phone.data();
    return String.format(
        Locale.ROOT,
        """
          Phone Id=%d
            mCallState=0
            mRingingCallState=0
            mCallIncomingNumber=
            mServiceState=%s
            mVoiceActivationState= 0
            mDataActivationState= 0
            mUserMobileDataState= %b
            mSignalStrength=%s
            mMessageWaiting=false
            mDataActivity=0
            mDataConnectionState=%d
            mCellInfo=null
        """,
        slot,
        state(phone.release(), slot, served),
        phone.data(),
        signal(phone, slot, served),
        data ? 2 : 0);
  }

  private static String state(Release release, int slot, boolean served) {
    String reg = served ? "0(IN_SERVICE)" : "3(POWER_OFF)";
    String technology =
        !served ? "UNKNOWN" : release == Release.ANDROID_14 && slot == 0 ? "NR" : "LTE";
    String how = !served ? "NOT_REG_OR_SEARCHING" : slot == 0 ? "HOME" : "ROAMING";
    return "{mVoiceRegState="
        + reg
        + ", mDataRegState="
        + reg
        + ", mChannelNumber=1300, duplexMode()=1, mCellBandwidths=[20000], mOperatorAlphaLong="
        + (served ? "Simwright One" : "null")
        + ", isManualNetworkSelection=false(automatic), getRilDataRadioTechnology=14("
        + technology
        + "), mIsEmergencyOnly=false, isUsingCarrierAggregation=false, mNetworkRegistrationInfos=["
        + registration(release, "CS", how, technology)
        + ", "
        + registration(release, "PS", how, technology)
        + "], mNrFrequencyRange="
        + (release == Release.ANDROID_10 ? "-1" : "0")
        + "}";
  }

  private static String registration(
      Release release, String domain, String how, String technology) {
    String twice = release == Release.ANDROID_14 ? " networkRegistrationState=" + how : "";
    String bands = release == Release.ANDROID_10 ? "" : " mBands=[3]";
    return "NetworkRegistrationInfo{ domain="
        + domain
        + " transportType=WWAN registrationState="
        + how
        + twice
        + " roamingType=NOT_ROAMING accessNetworkTechnology="
        + technology
        + " rejectCause=0 emergencyEnabled=false availableServices=[VOICE,SMS] cellIdentity="
        + (technology.equals("UNKNOWN")
            ? "null"
            : "CellIdentityLte:{ mCi=2817 mPci=101 mTac=4711 mEarfcn=1300" + bands + " mMcc=001 }")
        + " rRplmn=00101}";
  }

  private static String signal(Phone phone, int slot, boolean served) {
    int rsrp = served ? phone.rsrp() - 6 * slot : NONE;
    boolean nr = phone.release() == Release.ANDROID_14 && slot == 0;
    String level = phone.release() == Release.ANDROID_10 ? "" : " parametersUseForLevel=0";
    return "SignalStrength:{mCdma=CellSignalStrengthCdma: cdmaDbm=2147483647 level=0,mGsm="
        + "CellSignalStrengthGsm: rssi=2147483647 ber=2147483647 mLevel=0,mLte="
        + "CellSignalStrengthLte: rssi="
        + (served && !nr ? -65 : NONE)
        + " rsrp="
        + (nr ? NONE : rsrp)
        + " rsrq="
        + (served && !nr ? -11 : NONE)
        + " rssnr="
        + (served && !nr ? 12 : NONE)
        + " cqi=2147483647 ta=2147483647 level=3"
        + level
        + ",mNr=CellSignalStrengthNr:{ csiRsrp = 2147483647 csiRsrq = 2147483647 csiSinr ="
        + " 2147483647 ssRsrp = "
        + (nr ? rsrp : NONE)
        + " ssRsrq = "
        + (nr && served ? -12 : NONE)
        + " ssSinr = "
        + (nr && served ? 18 : NONE)
        + " level = 3 },primary=CellSignalStrength"
        + (nr ? "Nr" : "Lte")
        + "}";
  }
}
