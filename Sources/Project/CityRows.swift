import FictionalCity
import Formats

/// The rows of a fictional city's address table.
struct CityRows: Sendable {
    let city: City
    let date: Int
    let dialect: CityFiles.Dialect

    func writeHeader(to out: inout OutputBuffer) {
        switch dialect {
        case .office:
            writeOffice(
                "Stichtag;Straßenschlüssel;Straße;Hausnummer;Zusatz;Rechtswert;Hochwert;Einwohner;unter15;15bis64;"
                    + "ab65;SGB2;SGB2_unter15;Wohnungen;geförderte_Wohnungen\r\n", to: &out)
        case .plain:
            out.write("street,number,x,y,residents,under15,residents_15_64,aged65,sgb2,sgb2_under15,flats,subsidised\n")
        }
    }

    func write(_ address: CityAddress, to out: inout OutputBuffer) {
        let separator = UInt8(ascii: dialect == .office ? ";" : ",")
        let decimalSign: StaticString = dialect == .office ? "," : "."
        if dialect == .office {
            out.write(city.plan.dates[date])
            out.write(byte: separator)
        }
        out.write(city.streets[address.street].key)
        out.write(byte: separator)
        if dialect == .office {
            writeOffice(city.streets[address.street].name, to: &out)
            out.write(byte: separator)
        }
        out.write(address.number)
        out.write(byte: separator)
        if dialect == .office {
            out.write(address.suffix)
            out.write(byte: separator)
        }
        if let text = address.unreadable { out.write(text) } else { writeCentimetres(address.x, decimalSign, to: &out) }
        out.write(byte: separator)
        writeCentimetres(address.y, decimalSign, to: &out)
        let counts = address.counts
        for count in [
            counts.residents, counts.under15, counts.from15To64, counts.from65, counts.sgb2, counts.sgb2Under15,
            counts.flats,
        ] {
            out.write(byte: separator)
            out.write(Int(count))
        }
        out.write(byte: separator)
        // An empty field is a number that nobody knows; a point would say that somebody keeps it secret.
        if let subsidised = counts.subsidisedFlats { out.write(Int(subsidised)) }
        out.write(dialect == .office ? "\r\n" : "\n" as StaticString)
    }

    /// Always two decimals, so that a column looks as if it came from a register.
    private func writeCentimetres(_ value: Double, _ sign: StaticString, to out: inout OutputBuffer) {
        let (metres, rest) = Int((value * 100).rounded()).quotientAndRemainder(dividingBy: 100)
        out.write(metres)
        out.write(sign)
        out.write(byte: UInt8(ascii: "0") + UInt8(rest / 10))
        out.write(byte: UInt8(ascii: "0") + UInt8(rest % 10))
    }

    /// Text in Windows-1252, which for German letters is the same as Latin-1.
    private func writeOffice(_ text: String, to out: inout OutputBuffer) {
        for scalar in text.unicodeScalars {
            out.write(byte: scalar.value < 256 ? UInt8(scalar.value) : UInt8(ascii: "?"))
        }
    }
}
