/** Names in both scripts, as they are mixed in registers. */
export const firstNames: readonly (readonly [string, string])[] = [
  ...([
    ['Aarav', 'आरव'],
    ['Anjali', 'अंजलि'],
    ['Bhavna', 'भावना'],
    ['Chetan', 'चेतन'],
    ['Deepika', 'दीपिका'],
  ] as const),
  ...([
    ['Dinesh', 'दिनेश'],
    ['Farhan', 'फरहान'],
    ['Garima', 'गरिमा'],
    ['Himanshu', 'हिमांशु'],
    ['Imran', 'इमरान'],
  ] as const),
  ...([
    ['Jyoti', 'ज्योति'],
    ['Kavita', 'कविता'],
    ['Lokesh', 'लोकेश'],
    ['Manisha', 'मनीषा'],
    ['Naresh', 'नरेश'],
  ] as const),
  ...([
    ['Pooja', 'पूजा'],
    ['Rohit', 'रोहित'],
    ['Sunita', 'सुनीता'],
    ['Vikas', 'विकास'],
    ['Yogesh', 'योगेश'],
  ] as const),
];
export const lastNames: readonly (readonly [string, string])[] = [
  ...([
    ['Agarwal', 'अग्रवाल'],
    ['Chaudhary', 'चौधरी'],
    ['Gupta', 'गुप्ता'],
    ['Joshi', 'जोशी'],
    ['Khan', 'खान'],
  ] as const),
  ...([
    ['Meena', 'मीणा'],
    ['Mishra', 'मिश्रा'],
    ['Rathore', 'राठौर'],
    ['Saini', 'सैनी'],
    ['Sharma', 'शर्मा'],
  ] as const),
  ...([
    ['Singh', 'सिंह'],
    ['Tiwari', 'तिवारी'],
    ['Verma', 'वर्मा'],
    ['Yadav', 'यादव'],
    ['Jain', 'जैन'],
  ] as const),
];
