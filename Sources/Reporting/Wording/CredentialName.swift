/// The credential types of UNTP by the names that people know.
enum CredentialName {
    static func label(of type: String) -> String {
        switch type {
        case "dpp": "Product passport (DPP)"
        case "dcc": "Conformity credential (DCC)"
        case "dte": "Traceability event (DTE)"
        case "dfr": "Facility record (DFR)"
        case "dia": "Identity anchor (DIA)"
        default: type
        }
    }
}
