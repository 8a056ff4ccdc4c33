# poke.pl FILE FIELD VALUE…: changes a little-endian ELF file. FIELD is one of the file header's (e_type), SECTION:sh_FIELD with a section's name, or SECTION:types, whose value is a list
# with commas: the types of the section's relocations, in turn, or
# SECTION:name, whose value is written over the beginning of the name (\0 is a zero byte).
use strict;
use warnings;
my $file = shift;
open my $in, '<:raw', $file or die "$file: $!";
my $bytes = do { local $/; <$in> };
my $is64 = ord(substr $bytes, 4, 1) == 2;
my ($word, $headerSize) = $is64 ? ('Q<', 64) : ('L<', 40);
my %header = (class => [4, 'C'], order => [5, 'C'], e_type => [16, 'S<'], e_machine => [18, 'S<'], $is64
    ? (e_shoff => [40, 'Q<'], e_shentsize => [58, 'S<'], e_shnum => [60, 'S<'], e_shstrndx => [62, 'S<'])
    : (e_shoff => [32, 'L<'], e_shentsize => [46, 'S<'], e_shnum => [48, 'S<'], e_shstrndx => [50, 'S<']));
my @fields = qw(sh_name sh_type sh_flags sh_addr sh_offset sh_size sh_link sh_info);
my @places = $is64 ? (0, 4, 8, 16, 24, 32, 40, 44) : (0, 4, 8, 12, 16, 20, 24, 28);
my %section = (sh_entsize => [$is64 ? 56 : 36, $word], map { ($fields[$_] => [$places[$_], $fields[$_] =~ /name|type|link|info/ ? 'L<' : $word]) } 0 .. 7);
sub field { my ($place, $form) = @_; return unpack $form, substr $bytes, $place, length pack $form, 0 }
sub section { my ($index, $name) = @_; return field(field(@{ $header{e_shoff} }) + $headerSize * $index + $section{$name}[0], $section{$name}[1]) }
my $count = field(@{ $header{e_shnum} }) || section(0, 'sh_size');
my $names = field(@{ $header{e_shstrndx} });
$names = section(0, 'sh_link') if $names == 0xffff;
sub find {
    my $name = shift;
    for my $i (0 .. $count - 1) {
        return $i if $name eq unpack 'Z*', substr $bytes, section($names, 'sh_offset') + section($i, 'sh_name'), 200;
    }
    die "no $name in $file";
}
while (@ARGV) {
    my ($field, $value) = (shift, shift);
    my ($place, $form);
    if ($field =~ /(.*):types/) {
        my ($index, @types) = (find($1), split /,/, $value);
        my $size = ($is64 ? 16 : 8) + (section($index, 'sh_type') == 4 ? ($is64 ? 8 : 4) : 0);
        for (my $i = 0; ($i + 1) * $size <= section($index, 'sh_size'); $i++) {
            substr $bytes, section($index, 'sh_offset') + $i * $size + ($is64 ? 8 : 4), $is64 ? 4 : 1, pack $is64 ? 'L<' : 'C', $types[$i % @types];
        }
        next;
    }
    if ($field =~ /(.*):name/) {
        my $text = $value =~ s/\\0/\0/gr;
        substr $bytes, section($names, 'sh_offset') + section(find($1), 'sh_name'), length $text, $text;
        next;
    }
    ($place, $form) = $field =~ /(.*):(.*)/ ? (field(@{ $header{e_shoff} }) + $headerSize * find($1) + $section{$2}[0], $section{$2}[1]) : @{ $header{$field} };
    my $new = pack $form, $value =~ /^0x/ ? hex $value : $value;
    substr $bytes, $place, length $new, $new;
}
open my $out, '>:raw', $file or die "$file: $!";
print $out $bytes;
